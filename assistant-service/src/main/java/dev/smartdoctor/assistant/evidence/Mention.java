package dev.smartdoctor.assistant.evidence;

import java.util.List;

/**
 * A place in the text where the lexicon recognised evidence: tokens {@code from} (inclusive) to {@code to} (exclusive), of
 * which {@code words} are those that the wording asked for; the rest only stood between them.
 */
record Mention(String evidence, int from, int to, List<Integer> words) {

    boolean overlaps(Mention other) {
        return from < other.to && other.from < to;
    }
}
