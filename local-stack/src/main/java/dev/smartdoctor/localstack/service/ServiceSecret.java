package dev.smartdoctor.localstack.service;

/** Secrets that services ask for beyond the database's and their own identity's; the names are the settings'. */
enum ServiceSecret {

    /** Keys the HMAC that passwords pass before they are hashed (auth-service). */
    PASSWORD_PEPPER,

    /** Derives the tokens in mails (auth-service). */
    MAIL_TOKEN_SECRET,

    /** Seals the keys that clinical text is encrypted with. */
    DATA_ENCRYPTION_KEY,

    /** Signs the assistant's level so that a booking can rely on it. */
    TRIAGE_PROOF_SECRET
}
