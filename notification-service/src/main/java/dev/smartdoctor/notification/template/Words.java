package dev.smartdoctor.notification.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The message files {@code messages/words_*.properties}. A name that looks like a mark is not filled in again. */
public final class Words {
    private static final Pattern MARK = Pattern.compile("\\{([a-zA-Z]+)}");
    private static final Map<Language, Properties> FILES = load();

    private final Properties words;

    private Words(Properties words) {
        this.words = words;
    }

    public static Words in(Language language) {
        return new Words(FILES.get(language));
    }

    /** Fills every mark; a mark without a value is a mistake in our own files and fails. */
    public String say(String key, Map<String, String> values) {
        String pattern = words.getProperty(key);
        if (pattern == null) {
            throw new IllegalArgumentException("No words for " + key);
        }
        return MARK.matcher(pattern).replaceAll(mark -> Matcher.quoteReplacement(value(key, mark.group(1), values)));
    }

    public String say(String key) {
        return say(key, Map.of());
    }

    Optional<String> sayIfThere(String key, Map<String, String> values) {
        return words.containsKey(key) ? Optional.of(say(key, values)) : Optional.empty();
    }

    Set<String> keys() {
        return words.stringPropertyNames();
    }

    private static String value(String key, String mark, Map<String, String> values) {
        String value = values.get(mark);
        if (value == null) {
            throw new IllegalArgumentException("No value for {" + mark + "} of " + key);
        }
        return value;
    }

    private static Map<Language, Properties> load() {
        Map<Language, Properties> files = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            files.put(language, read("/messages/words_" + language.code() + ".properties"));
        }
        return files;
    }

    private static Properties read(String path) {
        Properties properties = new Properties();
        try (InputStream file = Words.class.getResourceAsStream(path);
                Reader text = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            properties.load(text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return properties;
    }
}
