package dev.smartdoctor.assistant.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

/**
 * Reads a text into {@link Evidence}. Built once from the lexicon files, then immutable and free of locks; a text of 4,000
 * characters takes some milliseconds, a usual sentence a small part of one.
 */
public final class EvidenceReader {

    public static final List<String> LANGUAGES = List.of("en", "es", "hi", "ar");

    /** Where a child is spoken of, a grown person's age is that of somebody else. */
    private static final Set<String> CHILD = Set.of("for_child", "for_baby", "infant_words", "newborn");

    /** Tells when, and is nothing that could be denied: "no fever and now chest pain". */
    private static final String NOW = "now";
    /** Evidence that names no complaint. */
    private static final Set<String> WHEN = Set.of(NOW, "chronic", "sudden", "gradual", "male", "female");

    private static final int OLDEST_PREGNANT = 55;

    private final Lexicon lexicon;
    private final List<Negation> negations;

    private EvidenceReader(List<LexiconFile> files) {
        this.lexicon = new Lexicon(files);
        this.negations = files.stream().map(file -> new Negation(file.negation())).toList();
    }

    public static EvidenceReader load() {
        ObjectMapper yaml = new ObjectMapper(new YAMLFactory());
        List<LexiconFile> files = new ArrayList<>();
        for (String language : LANGUAGES) {
            String path = "triage/lexicon/" + language + ".yaml";
            try (InputStream in = EvidenceReader.class.getClassLoader().getResourceAsStream(path)) {
                files.add(yaml.readValue(in, LexiconFile.class));
            } catch (IOException broken) {
                throw new UncheckedIOException("cannot read " + path, broken);
            }
        }
        return new EvidenceReader(files);
    }

    /** The evidence that has wordings in this language. */
    public Set<String> vocabulary(String language) {
        return Set.copyOf(lexicon.evidence(language));
    }

    public Evidence read(String text) {
        List<Token> tokens = lexicon.spelled(Tokenizer.tokens(text));
        List<Mention> mentions = lexicon.mentions(tokens);
        List<Mention> deniable = mentions.stream().filter(mention -> !NOW.equals(mention.evidence())).toList();
        List<Negation.Reading> readings = negations.stream().map(negation -> negation.reading(tokens, deniable))
                .toList();
        Set<String> present = new HashSet<>();
        Set<String> absent = new HashSet<>();
        for (Mention mention : mentions) {
            if (present.contains(mention.evidence())) {
                continue;
            }
            boolean denied = !NOW.equals(mention.evidence())
                    && readings.stream().anyMatch(reading -> reading.denies(mention));
            (denied ? absent : present).add(mention.evidence());
        }
        return consequences(new Evidence(present, absent, Measures.in(tokens, sentencesOfFindings(tokens, mentions))));
    }

    private static Set<Integer> sentencesOfFindings(List<Token> tokens, List<Mention> mentions) {
        return mentions.stream().filter(mention -> !WHEN.contains(mention.evidence()))
                .map(mention -> tokens.get(mention.from()).sentence()).collect(Collectors.toSet());
    }

    /** What follows from numbers without any judgement: 39 °C is a fever, an age needs no words. */
    private static Evidence consequences(Evidence read) {
        Set<String> present = new HashSet<>(read.present());
        Map<String, Double> numbers = new HashMap<>(read.numbers());
        if (present.contains("hay_fever") && !numbers.containsKey("temp")) {
            // The name of the allergy is no fever.
            present.remove("fever");
        }
        if (numbers.remove(Measures.SUGAR_OF_EITHER_UNIT) != null) {
            present.addAll(Set.of("low_sugar", "high_sugar"));
        }
        if (numbers.getOrDefault("temp", 0.0) >= 38) {
            present.add("fever");
        }
        if (numbers.getOrDefault("systolic", 0.0) >= 140) {
            present.add("hypertension");
        }
        if (numbers.containsKey("weeks")) {
            present.add("pregnant");
        }
        if (present.contains("pregnant")) {
            present.add("female");
        }
        Double bareAge = numbers.remove(Measures.BARE_AGE);
        boolean somebodyElses = !Collections.disjoint(present, CHILD)
                || present.contains("pregnant") && bareAge != null && bareAge > OLDEST_PREGNANT;
        if (bareAge != null && !somebodyElses) {
            numbers.putIfAbsent("age", bareAge);
        }
        return new Evidence(present, read.absent(), numbers);
    }
}
