package dev.smartdoctor.assistant.language;

/** Numbers as people write them, in the digits of any script. */
public final class Digits {

    private Digits() {
    }

    /** The first run of digits, in western ones; empty where there is none. */
    public static String first(String text) {
        StringBuilder digits = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            if (Character.isDigit(text.charAt(at))) {
                digits.append(Character.digit(text.charAt(at), 10));
            } else if (!digits.isEmpty()) {
                break;
            }
        }
        return digits.toString();
    }
}
