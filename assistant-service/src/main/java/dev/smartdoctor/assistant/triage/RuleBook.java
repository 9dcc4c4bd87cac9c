package dev.smartdoctor.assistant.triage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

/**
 * All rules and questions, read once from {@code triage/}. The version names the release of the rules and a digest of their
 * very text, so that an answer can always be traced to the words that gave it.
 */
final class RuleBook {

    static final String RELEASE = "2026.1";
    private static final List<String> FILES = List.of("emergencies", "soon", "self-care");
    /** What decides besides the rules: it belongs to their version. */
    private static final List<String> WORDINGS = List.of("lexicon/en", "lexicon/es", "lexicon/hi", "lexicon/ar",
            "specialties");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private final List<TriageRule> rules = new ArrayList<>();
    private final List<Question> questions;
    private final List<String> general;
    private final String version;

    private record RuleText(String id, String level, String specialty, String source, String when,
            Map<String, String> label) {}

    private record RuleFile(Map<String, String> define, List<RuleText> rules) {}

    private record SourceFile(Map<String, Source> sources) {}

    private record QuestionFile(List<String> general, List<Question> questions) {}

    private RuleBook(Set<String> findings) {
        MessageDigest digest = sha256();
        Map<String, Source> sources = read("sources", SourceFile.class, digest).sources();
        ConditionParser parser = new ConditionParser(findings);
        for (String name : FILES) {
            RuleFile file = read("rules/" + name, RuleFile.class, digest);
            if (file.define() != null) {
                file.define().forEach(parser::define);
            }
            file.rules().forEach(text -> rules.add(rule(text, sources, parser)));
        }
        WORDINGS.forEach(name -> digest.update(content(name)));
        QuestionFile asked = read("questions", QuestionFile.class, digest);
        this.questions = List.copyOf(asked.questions());
        this.general = List.copyOf(asked.general());
        this.version = RELEASE + "-" + HexFormat.of().formatHex(digest.digest(), 0, 4);
    }

    static RuleBook load(Set<String> findings) {
        return new RuleBook(findings);
    }

    private static TriageRule rule(RuleText text, Map<String, Source> sources, ConditionParser parser) {
        Source source = sources.get(text.source());
        if (source == null) {
            throw new IllegalStateException("rule " + text.id() + " names no source");
        }
        try {
            return new TriageRule(text.id(), TriageLevel.valueOf(text.level().toUpperCase(java.util.Locale.ROOT)),
                    text.specialty(),
                    source, text.label(), parser.parse(text.when()));
        } catch (IllegalStateException wrong) {
            throw new IllegalStateException("rule " + text.id() + ": " + wrong.getMessage(), wrong);
        }
    }

    private static <T> T read(String name, Class<T> type, MessageDigest digest) {
        byte[] content = content(name);
        digest.update(content);
        try {
            return YAML.readValue(new String(content, StandardCharsets.UTF_8), type);
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read " + name, broken);
        }
    }

    private static byte[] content(String name) {
        String path = "triage/" + name + ".yaml";
        try (InputStream in = RuleBook.class.getClassLoader().getResourceAsStream(path)) {
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read " + path, broken);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    List<TriageRule> rules() {
        return rules;
    }

    List<Question> questions() {
        return questions;
    }

    List<String> general() {
        return general;
    }

    String version() {
        return version;
    }
}
