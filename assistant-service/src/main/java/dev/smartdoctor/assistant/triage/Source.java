package dev.smartdoctor.assistant.triage;

/**
 * The public guideline a rule rests on. {@code sentence} is quoted as it was found at {@code foundAt}; a source that was not
 * looked up has neither and is not {@code verified}.
 */
record Source(String address, String foundAt, boolean verified, String sentence) {

    Source {
        if (verified != (sentence != null && foundAt != null)) {
            throw new IllegalStateException(
                    "a verified source has a sentence and where it was found, others have none: " + address);
        }
    }
}
