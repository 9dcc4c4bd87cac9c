package dev.smartdoctor.assistant.evidence;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Decides whether what was mentioned was denied in one language ("no chest pain", "denies fever", "बुखार नहीं"). A denial
 * carries only over what the language's file names and over other findings; any other word ends it. When in doubt nothing is
 * denied: a wrong denial could hide an emergency, a wrong finding only raises a question.
 */
final class Negation {

    private final Set<String> before = new HashSet<>();
    private final Set<String> strong;
    private final Set<String> ends;
    private final Set<String> between;
    private final Set<String> carry;
    private final Set<String> and;
    private final Set<String> or;
    private final Set<String> like;
    private final Phrases after;
    private final Phrases verbs;
    private final Phrases exceptions;

    Negation(LexiconFile.Negations lists) {
        strong = words(lists.strong());
        before.addAll(words(lists.before()));
        before.addAll(strong);
        ends = words(lists.ends());
        between = words(lists.between());
        carry = words(lists.carry());
        and = words(lists.and());
        or = words(lists.or());
        like = words(lists.like());
        after = new Phrases(lists.after());
        verbs = new Phrases(lists.verbs());
        exceptions = new Phrases(lists.exceptions());
    }

    private static Set<String> words(List<String> list) {
        Set<String> words = new HashSet<>();
        list.forEach(word -> Tokenizer.tokens(word).forEach(token -> words.add(token.text())));
        return words;
    }

    /** Reads one text: which words are findings, and which look like a denial but are part of a finding or an exception. */
    Reading reading(List<Token> tokens, List<Mention> mentions) {
        return new Reading(tokens, mentions);
    }

    final class Reading {

        private final List<Token> tokens;
        private final boolean[] finding;
        private final boolean[] excepted;
        /** Where the findings end that this word is part of; 0 where it is part of none. */
        private final int[] reach;
        /** Where the first of the findings begins that this word is part of. */
        private final int[] start;

        private Reading(List<Token> tokens, List<Mention> mentions) {
            this.tokens = tokens;
            this.finding = new boolean[tokens.size()];
            this.excepted = new boolean[tokens.size()];
            this.reach = new int[tokens.size()];
            this.start = new int[tokens.size()];
            for (Mention mention : mentions) {
                for (int word : mention.words()) {
                    finding[word] = true;
                    start[word] = reach[word] == 0 ? mention.from() : Math.min(start[word], mention.from());
                    reach[word] = Math.max(reach[word], mention.to());
                }
            }
            for (int i = 0; i < tokens.size(); i++) {
                int length = exceptions.startingAt(tokens, i);
                for (int j = i; j < i + length; j++) {
                    excepted[j] = true;
                }
            }
        }

        /** In "no energy and chest pain" the denial is part of the first complaint, and says nothing of the second. */
        private boolean hasPower(int denial, int from) {
            return !excepted[denial] && (!finding[denial] || from < reach[denial]);
        }

        boolean denies(Mention mention) {
            return !isCompared(mention) && (deniesBefore(mention) || deniesAfter(mention));
        }

        private boolean deniesBefore(Mention mention) {
            boolean verb = false;
            boolean verbOfFinding = false;
            boolean comma = false;
            boolean joined = false;
            for (int i = mention.from() - 1; i >= 0 && sameSentence(i, mention.from()); i--) {
                boolean ends = tokens.get(i).clause() != tokens.get(i + 1).clause();
                String word = tokens.get(i).text();
                if (before.contains(word) && hasPower(i, mention.from())) {
                    return strong.contains(word) || !ends && !joined && (!comma || isList(mention));
                }
                comma |= ends;
                int length = verbs.endingAt(tokens, i);
                boolean link = finding[i] || or.contains(word) || and.contains(word);
                if (link && (verb || verbOfFinding && !or.contains(word))) {
                    // "no fever and have chest pain": the verb begins something new.
                    return false;
                }
                verbOfFinding = finding[i] && length > 0;
                if (and.contains(word)) {
                    // "I do not smoke and have chest pain", "no diabetes and chest pain": people join what is new by "and", and
                    // deny a list by "or".
                    joined = true;
                } else if (length > 0 && !finding[i]) {
                    verb = true;
                    i -= length - 1;
                } else if (!link && !carry.contains(word)) {
                    return false;
                }
            }
            return false;
        }

        private boolean sameSentence(int a, int b) {
            return tokens.get(a).sentence() == tokens.get(b).sentence();
        }

        /** "never had a headache like this": not the headache is denied, but that there was ever another such. */
        private boolean isCompared(Mention mention) {
            int next = mention.to();
            return mention.from() > 0 && like.contains(tokens.get(mention.from() - 1).text())
                    || next < tokens.size() && sameSentence(mention.from(), next)
                            && like.contains(tokens.get(next).text());
        }

        /** "no fever, cough or chest pain": the "or" carries the denial over the commas, and only there. */
        private boolean isList(Mention mention) {
            int clause = tokens.get(mention.from()).clause();
            for (int i = mention.from() - 1; i >= 0 && tokens.get(i).clause() == clause; i--) {
                if (or.contains(tokens.get(i).text())) {
                    return true;
                }
            }
            for (int i = mention.to(); i < tokens.size() && sameSentence(i, mention.from()); i++) {
                String word = tokens.get(i).text();
                if (or.contains(word)) {
                    return true;
                }
                if (!finding[i] && !carry.contains(word)) {
                    return false;
                }
            }
            return false;
        }

        private boolean deniesAfter(Mention mention) {
            boolean joined = false;
            for (int i = mention.to(); i < tokens.size() && sameSentence(i, mention.from()); i++) {
                String word = tokens.get(i).text();
                int length = after.startingAt(tokens, i);
                boolean apart = tokens.get(i).clause() != tokens.get(i - 1).clause();
                if (length > 0 && !excepted[i] && (!finding[i] || start[i] < mention.to())) {
                    // "chest pain: absent" stands alone; "chest pain, denied entry" goes on.
                    return closes(i + length, apart);
                }
                joined |= or.contains(word);
                if (apart || !(between.contains(word) || or.contains(word)
                        || finding[i] && (joined || start[i] < mention.to()))) {
                    return false;
                }
            }
            return false;
        }

        private boolean closes(int next, boolean apart) {
            return next >= tokens.size() || tokens.get(next).clause() != tokens.get(next - 1).clause()
                    || !apart && (finding[next] || ends.contains(tokens.get(next).text()));
        }
    }
}
