package dev.smartdoctor.assistant.evidence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All wordings of all languages, indexed by their first word so that a text is read in one pass. Languages are read together:
 * a Spanish patient may write in an English page.
 */
final class Lexicon {

    /** Turns of phrase in which words of the lexicon mean nothing: "dying to know", "does not respond to ibuprofen". */
    private static final String NOTHING = "nothing";

    private final Map<String, List<PhrasePattern>> byWord = new HashMap<>();
    private final Map<String, List<PhrasePattern>> byBeginning = new HashMap<>();
    private final List<PhrasePattern> byNumber = new ArrayList<>();
    private final Map<String, Set<String>> evidenceByLanguage = new TreeMap<>();
    private final Spelling spelling;
    private int longestBeginning;

    Lexicon(Collection<LexiconFile> files) {
        Set<String> words = new TreeSet<>();
        Set<String> plain = new TreeSet<>();
        Set<String> beginnings = new TreeSet<>();
        for (LexiconFile file : files) {
            PhraseCompiler compiler = new PhraseCompiler(file.lists());
            file.concepts().forEach((evidence, wordings) -> wordings
                    .forEach(wording -> compiler.compile(evidence, wording).forEach(pattern -> {
                        index(pattern);
                        pattern.elements().forEach(element -> {
                            words.addAll(element.words());
                            beginnings.addAll(element.beginnings());
                        });
                    })));
            plain.addAll(file.plain());
            evidenceByLanguage.put(file.language(), new TreeSet<>(file.concepts().keySet()));
        }
        this.spelling = new Spelling(words, beginnings, plain);
    }

    private void index(PhrasePattern pattern) {
        PhrasePattern.Element first = pattern.elements().get(0);
        first.words().forEach(word -> byWord.computeIfAbsent(word, w -> new ArrayList<>()).add(pattern));
        first.beginnings().forEach(beginning -> {
            byBeginning.computeIfAbsent(beginning, b -> new ArrayList<>()).add(pattern);
            longestBeginning = Math.max(longestBeginning, beginning.length());
        });
        if (first.least() != PhrasePattern.Element.NO_NUMBER) {
            byNumber.add(pattern);
        }
    }

    Set<String> evidence(String language) {
        return evidenceByLanguage.get(language);
    }

    /** The same words, and beside those the lexicon does not know the one they misspell. */
    List<Token> spelled(List<Token> tokens) {
        return tokens.stream().map(token -> spelling.of(token.text()).map(token::or).orElse(token)).toList();
    }

    List<Mention> mentions(List<Token> tokens) {
        List<Mention> mentions = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            int at = i;
            if (Numbers.of(tokens.get(i).text()).isPresent()) {
                collect(byNumber, tokens, at, mentions);
            }
            tokens.get(i).forms().forEach(word -> {
                collect(byWord.get(word), tokens, at, mentions);
                for (int length = 1; length <= Math.min(longestBeginning, word.length()); length++) {
                    collect(byBeginning.get(word.substring(0, length)), tokens, at, mentions);
                }
            });
        }
        List<Mention> voids = mentions.stream().filter(mention -> mention.evidence().equals(NOTHING)).toList();
        mentions.removeIf(mention -> !voids.isEmpty() && voids.stream().anyMatch(nothing -> nothing.overlaps(mention)));
        return mentions;
    }

    private static void collect(List<PhrasePattern> patterns, List<Token> tokens, int at, List<Mention> mentions) {
        if (patterns == null) {
            return;
        }
        for (PhrasePattern pattern : patterns) {
            List<Integer> words = pattern.matchAt(tokens, at);
            if (!words.isEmpty()) {
                mentions.add(new Mention(pattern.evidence(), at, words.get(words.size() - 1) + 1, words));
            }
        }
    }
}
