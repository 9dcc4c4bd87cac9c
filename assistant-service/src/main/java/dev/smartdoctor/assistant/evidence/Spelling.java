package dev.smartdoctor.assistant.evidence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the word of the lexicon that a Latin word misspells by one letter: left out, added, changed or swapped with its
 * neighbour. Short words are left alone, since one letter makes another word of them; the first letter must be right, since
 * people rarely miss it.
 */
final class Spelling {

    private static final int SHORTEST = 6;

    private static final List<String> ALIKE = List.of("aeiouy", "cksqz", "td", "bpv", "fv", "gj", "mn");

    private final Set<String> known;
    private final Set<String> plain;
    private final Set<String> beginnings;
    private final int longest;
    private final Map<String, List<String>> byShortened = new HashMap<>();

    Spelling(Collection<String> words, Collection<String> beginnings, Collection<String> plain) {
        this.plain = Set.copyOf(plain);
        this.known = new HashSet<>(words);
        this.beginnings = Set.copyOf(beginnings);
        this.known.addAll(beginnings);
        this.longest = known.stream().mapToInt(String::length).max().orElse(0);
        known.stream().filter(Spelling::isLong).forEach(word -> shortened(word)
                .forEach(shorter -> byShortened.computeIfAbsent(shorter, s -> new ArrayList<>()).add(word)));
    }

    private static boolean isLong(String word) {
        return word.length() >= SHORTEST && word.chars().allMatch(letter -> letter >= 'a' && letter <= 'z');
    }

    private static Set<String> shortened(String word) {
        Set<String> shortened = new HashSet<>(Set.of(word));
        for (int i = 1; i < word.length(); i++) {
            shortened.add(word.substring(0, i) + word.substring(i + 1));
        }
        return shortened;
    }

    /** The lexicon's word for this one; empty where the word is known or nothing is near. */
    Optional<String> of(String word) {
        if (word.length() > longest + 2 || !isLong(word) || known.contains(word) || plain.contains(word)
                || beginsAsKnown(word)) {
            return Optional.empty();
        }
        return nearest(word).or(() -> word.endsWith("s")
                ? nearest(word.substring(0, word.length() - 1))
                : Optional.empty());
    }

    private boolean beginsAsKnown(String word) {
        for (int length = 1; length < word.length(); length++) {
            if (beginnings.contains(word.substring(0, length))) {
                return true;
            }
        }
        return false;
    }

    private Optional<String> nearest(String word) {
        return shortened(word).stream().flatMap(shorter -> byShortened.getOrDefault(shorter, List.of()).stream())
                .filter(candidate -> isOneLetterOff(word, candidate)).sorted().findFirst();
    }

    private static boolean isOneLetterOff(String word, String candidate) {
        int start = 0;
        int most = Math.min(word.length(), candidate.length());
        while (start < most && word.charAt(start) == candidate.charAt(start)) {
            start++;
        }
        String a = word.substring(start);
        String b = candidate.substring(start);
        if (a.length() != b.length()) {
            return a.length() > b.length() ? a.substring(1).equals(b) : b.substring(1).equals(a);
        }
        boolean swapped = a.length() > 1 && a.charAt(0) == b.charAt(1) && a.charAt(1) == b.charAt(0)
                && a.substring(2).equals(b.substring(2));
        return swapped
                || !a.isEmpty() && a.substring(1).equals(b.substring(1)) && soundsAlike(a.charAt(0), b.charAt(0));
    }

    /** Another letter makes another word ("cooking", "choking"), unless it is one that people hear for it. */
    private static boolean soundsAlike(char a, char b) {
        return ALIKE.stream().anyMatch(letters -> letters.indexOf(a) >= 0 && letters.indexOf(b) >= 0);
    }
}
