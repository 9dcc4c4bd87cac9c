package dev.smartdoctor.platform.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.eclipse.microprofile.config.spi.ConfigSource;

/** {@code NAME_FILE=/run/secrets/name} gives the setting {@code NAME} the file's content, as container platforms mount secrets. */
public class SecretFiles implements ConfigSource {
    private static final String SUFFIX = "_FILE";
    /** Above application.properties (250), below the environment (300): a value given directly wins. */
    private static final int ORDINAL = 290;

    private final Map<String, String> values;

    public SecretFiles() {
        this(System.getenv());
    }

    SecretFiles(Map<String, String> environment) {
        Map<String, String> found = new HashMap<>();
        environment.forEach((name, file) -> {
            if (name.endsWith(SUFFIX) && Files.isRegularFile(Path.of(file))) {
                found.put(name.substring(0, name.length() - SUFFIX.length()), read(name, file));
            }
        });
        this.values = Map.copyOf(found);
    }

    private static String read(String name, String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new IllegalStateException("The file named by " + name + " cannot be read", e);
        }
    }

    @Override
    public Set<String> getPropertyNames() {
        return values.keySet();
    }

    @Override
    public String getValue(String name) {
        return values.get(name);
    }

    @Override
    public String getName() {
        return "files named by environment variables that end with _FILE";
    }

    @Override
    public int getOrdinal() {
        return ORDINAL;
    }
}
