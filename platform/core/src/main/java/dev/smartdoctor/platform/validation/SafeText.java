package dev.smartdoctor.platform.validation;

/** Which code points may stand in text that is stored, mailed and shown. */
final class SafeText {
    private SafeText() {
    }

    static boolean withinCodePoints(String text, int max) {
        return text.length() <= max || text.codePointCount(0, text.length()) <= max;
    }

    /** True where every code point is harmless: see {@link #harmless}. */
    static boolean isSafe(String text, boolean multiline) {
        return text.codePoints().allMatch(point -> harmless(point, multiline));
    }

    /**
     * Refused: control characters (log and header injection), NUL (PostgreSQL has no text with it), lone surrogates,
     * bidirectional overrides and isolates (they reorder what a reader sees, CVE-2021-42574), tag characters (invisible
     * instructions to a model), non-characters and line separators. Joiners stay: Hindi and emoji need them.
     */
    private static boolean harmless(int point, boolean multiline) {
        if (point == '\n' || point == '\t' || point == '\r') {
            return multiline;
        }
        if (point >= 0x202A && point <= 0x202E || point >= 0x2066 && point <= 0x2069) {
            return false;
        }
        if (point >= 0xE0000 && point <= 0xE007F || point == 0x2028 || point == 0x2029 || point == 0xFEFF) {
            return false;
        }
        boolean nonCharacter = (point & 0xFFFE) == 0xFFFE || point >= 0xFDD0 && point <= 0xFDEF;
        int type = Character.getType(point);
        return !nonCharacter && type != Character.CONTROL && type != Character.SURROGATE;
    }
}
