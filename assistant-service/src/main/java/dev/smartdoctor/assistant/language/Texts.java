package dev.smartdoctor.assistant.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

/**
 * The fixed texts, by key and language. A missing text is a fault of the build, found by a test, and refuses to be shown.
 */
public final class Texts {

    private final Map<String, Map<String, String>> texts;

    private Texts(Map<String, Map<String, String>> texts) {
        this.texts = new TreeMap<>(texts);
    }

    public static Texts load() {
        try (InputStream in = Texts.class.getClassLoader().getResourceAsStream("texts.yaml")) {
            return new Texts(new ObjectMapper(new YAMLFactory()).readValue(in, new TypeReference<>() {
            }));
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read texts.yaml", broken);
        }
    }

    public Map<String, Map<String, String>> all() {
        return texts;
    }

    public String text(Language language, String key) {
        Map<String, String> byLanguage = texts.get(key);
        if (byLanguage == null || !byLanguage.containsKey(language.code())) {
            throw new IllegalArgumentException("no text " + key + " in " + language);
        }
        return byLanguage.get(language.code());
    }

    /** The text with its {names} filled in; what is filled in is not read again. */
    public String text(Language language, String key, Map<String, String> values) {
        String template = text(language, key);
        StringBuilder filled = new StringBuilder(template.length() + 64);
        int at = 0;
        for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', at)) {
            int close = template.indexOf('}', open);
            filled.append(template, at, open).append(values.getOrDefault(template.substring(open + 1, close), ""));
            at = close + 1;
        }
        return filled.append(template.substring(at)).toString();
    }
}
