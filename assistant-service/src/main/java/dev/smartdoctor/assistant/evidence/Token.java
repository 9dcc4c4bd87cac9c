package dev.smartdoctor.assistant.evidence;

/**
 * One word or number of a text, in its normal form, with the sentence and the part between commas it stands in.
 */
record Token(String text, int sentence, int clause) {

    boolean isNumber() {
        return Character.isDigit(text.charAt(0));
    }
}
