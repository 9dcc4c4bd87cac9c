package dev.smartdoctor.platform.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Asked by each part's {@code main} before anything starts: what is missing, or a secret that is only a placeholder, ends the
 * process with code 78 (EX_CONFIG of sysexits) and one line that names the setting and never its value.
 */
public final class SettingsCheck {
    private static final int EX_CONFIG = 78;
    private static final int SHORTEST_SECRET = 16;
    private static final Set<String> DEVELOPMENT = Set.of("dev", "test");
    /** What documentation and copied examples put where a secret belongs. */
    private static final Pattern PLACEHOLDER = Pattern.compile(
            ".*(change.?me|change.?this|changeit|placeholder|your[-_ ]|replace[-_ ]|example|to-?do|xxxx|<.*>|insert[-_ ]).*"
                    + "|(secret|password|admin|test|default|postgres|redis)[0-9!]*|(.)\\3+",
            Pattern.DOTALL);

    private final String service;
    private final Map<String, String> environment;
    private final List<String> faults = new ArrayList<>();

    private SettingsCheck(String service, Map<String, String> environment) {
        this.service = service;
        this.environment = environment;
    }

    public static SettingsCheck forService(String service) {
        return new SettingsCheck(service, System.getenv());
    }

    static SettingsCheck forService(String service, Map<String, String> environment) {
        return new SettingsCheck(service, environment);
    }

    /** Settings that have no default. */
    public SettingsCheck required(String... names) {
        for (String name : names) {
            if (value(name).isEmpty()) {
                faults.add(name + " is not set");
            }
        }
        return this;
    }

    /** Settings that have no default and must be real secrets: at least 16 characters and no placeholder. */
    public SettingsCheck secret(String... names) {
        for (String name : names) {
            Optional<String> value = value(name);
            if (value.isEmpty()) {
                faults.add(name + " is not set");
            } else if (isPlaceholder(value.get())) {
                faults.add(name + " is a placeholder, not a secret");
            } else if (value.get().length() < SHORTEST_SECRET) {
                faults.add(name + " is shorter than " + SHORTEST_SECRET + " characters");
            }
        }
        return this;
    }

    /** As {@link #secret}, and so many bytes in base64. */
    public SettingsCheck key(int bytes, String name) {
        return secret(name).refuse(name, value -> !isPlaceholder(value) && !isBase64Of(bytes, value),
                "is not " + bytes + " bytes in base64; make one with: openssl rand -base64 " + bytes);
    }

    /** An address, or several with commas between them, which has no default and may hold a password. */
    public SettingsCheck address(String name) {
        return required(name)
                .refuse(name, value -> addresses(value).anyMatch(Optional::isEmpty),
                        "is not an address; a password in it must be percent-encoded, or made with: openssl rand -hex 32")
                .refuse(name,
                        value -> addresses(value).flatMap(Optional::stream).anyMatch(SettingsCheck::hasPlaceholder),
                        "has a placeholder for a password");
    }

    /** As {@link #secret}, but it may be absent, since it is chosen by someone else or not needed everywhere. */
    public SettingsCheck noPlaceholder(String... names) {
        for (String name : names) {
            if (value(name).filter(SettingsCheck::isPlaceholder).isPresent()) {
                faults.add(name + " is a placeholder, not a secret");
            }
        }
        return this;
    }

    /** Any other condition on one setting. */
    public SettingsCheck refuse(String name, Predicate<String> bad, String reason) {
        if (value(name).filter(bad).isPresent()) {
            faults.add(name + " " + reason);
        }
        return this;
    }

    /** Ends the process where something was found; does nothing in development and tests. */
    public void orExit() {
        firstFault().ifPresent(line -> {
            System.err.println(line);
            System.exit(EX_CONFIG);
        });
    }

    Optional<String> firstFault() {
        if (faults.isEmpty() || DEVELOPMENT.contains(profile())) {
            return Optional.empty();
        }
        return Optional.of(service + " does not start: " + String.join("; ", faults)
                + ". See .env.example for what each setting means.");
    }

    /** Whether this is what stands in documentation, or what nobody would call a secret. */
    public static boolean isPlaceholder(String value) {
        return PLACEHOLDER.matcher(value.toLowerCase(Locale.ROOT)).matches();
    }

    private static boolean isBase64Of(int bytes, String value) {
        try {
            return Base64.getDecoder().decode(value.strip()).length == bytes;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Stream<Optional<URI>> addresses(String value) {
        return Arrays.stream(value.split(",")).map(String::strip).map(SettingsCheck::parsed);
    }

    /** Empty where a reader would take the wrong part for the host, as after a password with a slash. */
    private static Optional<URI> parsed(String text) {
        try {
            URI uri = new URI(text);
            return Optional.of(uri).filter(found -> found.getHost() != null || "unix".equals(found.getScheme()));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean hasPlaceholder(URI address) {
        String user = address.getUserInfo();
        return user != null && isPlaceholder(user.substring(user.indexOf(':') + 1));
    }

    private String profile() {
        return environment.getOrDefault("QUARKUS_PROFILE", System.getProperty("quarkus.profile", "prod"));
    }

    private Optional<String> value(String name) {
        String direct = environment.getOrDefault(name, System.getProperty(name));
        String found = direct != null ? direct : new SecretFiles(environment).getValue(name);
        return Optional.ofNullable(found).filter(text -> !text.isBlank());
    }
}
