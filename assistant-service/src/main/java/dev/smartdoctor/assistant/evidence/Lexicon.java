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

    private final Map<String, List<PhrasePattern>> byWord = new HashMap<>();
    private final Map<String, List<PhrasePattern>> byBeginning = new HashMap<>();
    private final Map<String, Set<String>> evidenceByLanguage = new TreeMap<>();
    private int longestBeginning;

    Lexicon(Collection<LexiconFile> files) {
        for (LexiconFile file : files) {
            PhraseCompiler compiler = new PhraseCompiler(file.lists());
            file.concepts().forEach((evidence, wordings) -> wordings
                    .forEach(wording -> compiler.compile(evidence, wording).forEach(this::index)));
            evidenceByLanguage.put(file.language(), new TreeSet<>(file.concepts().keySet()));
        }
    }

    private void index(PhrasePattern pattern) {
        PhrasePattern.Element first = pattern.elements().get(0);
        first.words().forEach(word -> byWord.computeIfAbsent(word, w -> new ArrayList<>()).add(pattern));
        first.beginnings().forEach(beginning -> {
            byBeginning.computeIfAbsent(beginning, b -> new ArrayList<>()).add(pattern);
            longestBeginning = Math.max(longestBeginning, beginning.length());
        });
    }

    Set<String> evidence(String language) {
        return evidenceByLanguage.get(language);
    }

    List<Mention> mentions(List<Token> tokens) {
        List<Mention> mentions = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            String word = tokens.get(i).text();
            collect(byWord.get(word), tokens, i, mentions);
            for (int length = 1; length <= Math.min(longestBeginning, word.length()); length++) {
                collect(byBeginning.get(word.substring(0, length)), tokens, i, mentions);
            }
        }
        return mentions;
    }

    private static void collect(List<PhrasePattern> patterns, List<Token> tokens, int at, List<Mention> mentions) {
        if (patterns == null) {
            return;
        }
        for (PhrasePattern pattern : patterns) {
            int end = pattern.matchAt(tokens, at);
            if (end >= 0) {
                mentions.add(new Mention(pattern.evidence(), at, end));
            }
        }
    }
}
