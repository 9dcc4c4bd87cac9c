package dev.smartdoctor.auth.servicetoken;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who the services are, by name and secret. Plain Java. */
final class ServiceClients {
    private static final String NOBODY = "nobody";

    private final Map<String, String> secrets = new LinkedHashMap<>();

    ServiceClients(List<String> pairs) {
        for (String pair : pairs) {
            int colon = pair.indexOf(':');
            if (colon < 1 || colon == pair.length() - 1) {
                throw new IllegalArgumentException("SERVICE_CLIENTS is not of the form name:secret,name:secret");
            }
            secrets.put(pair.substring(0, colon).strip(), pair.substring(colon + 1).strip());
        }
    }

    /** Whether the name is a service's and the secret its own; takes the same time for unknown names. */
    boolean recognise(String name, String secret) {
        byte[] given = digest(secret);
        boolean same = MessageDigest.isEqual(given, digest(secrets.getOrDefault(name, NOBODY)));
        return same && secrets.containsKey(name);
    }

    private static byte[] digest(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no SHA-256", e);
        }
    }
}
