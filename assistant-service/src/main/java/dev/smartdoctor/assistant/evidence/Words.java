package dev.smartdoctor.assistant.evidence;

import java.util.List;
import java.util.Set;

/**
 * A text's words by place, where asking beyond either end gives an empty word.
 */
record Words(List<Token> tokens) {

    String at(int place) {
        return place >= 0 && place < tokens.size() ? tokens.get(place).text() : "";
    }

    int count() {
        return tokens.size();
    }

    boolean nearBefore(int at, int distance, Set<String> words) {
        for (int i = at - 1; i >= Math.max(0, at - distance); i--) {
            if (tokens.get(i).sentence() == tokens.get(at).sentence() && words.contains(at(i))) {
                return true;
            }
        }
        return false;
    }

    boolean nearBeforeInClause(int at, int distance, Set<String> words) {
        for (int i = at - 1; i >= Math.max(0, at - distance); i--) {
            if (tokens.get(i).clause() == tokens.get(at).clause() && words.contains(at(i))) {
                return true;
            }
        }
        return false;
    }

    boolean nearAfter(int at, int distance, Set<String> words) {
        for (int i = at + 1; i <= at + distance; i++) {
            if (words.contains(at(i))) {
                return true;
            }
        }
        return false;
    }

    boolean anywhere(Set<String> words) {
        return tokens.stream().anyMatch(token -> words.contains(token.text()));
    }

    boolean anywhereBefore(int at, Set<String> words) {
        return tokens.subList(0, at).stream().anyMatch(token -> words.contains(token.text()));
    }

    boolean beginsClause(int at) {
        return at == 0 || tokens.get(at - 1).clause() != tokens.get(at).clause();
    }

    /** Whether this word has a part of the text between commas to itself. */
    boolean isAlone(int at) {
        return beginsClause(at) && (at + 1 == tokens.size() || beginsClause(at + 1));
    }
}
