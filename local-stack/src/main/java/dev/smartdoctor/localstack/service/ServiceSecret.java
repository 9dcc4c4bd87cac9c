package dev.smartdoctor.localstack.service;

/** Secrets that services ask for beyond the database's and their own identity's; the names are the settings'. */
enum ServiceSecret {

    /** Keys the HMAC that passwords pass before they are hashed (auth-service). */
    PASSWORD_PEPPER,

    /** Derives the tokens in mails (auth-service). */
    TOKEN_SECRET,

    /** Seals the keys that clinical text is encrypted with (appointment-service). */
    CLINICAL_TEXT_KEY,

    /** Signs the assistant's level so that a booking can rely on it (assistant- and appointment-service). */
    TRIAGE_PROOF_SECRET
}
