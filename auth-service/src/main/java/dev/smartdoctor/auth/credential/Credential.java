package dev.smartdoctor.auth.credential;

/** A hashed password and how it was hashed. */
public record Credential(String algorithm, int cost, String pepperId, String hash) {

    @Override
    public String toString() {
        return "Credential[" + algorithm + ", cost " + cost + ", pepper " + pepperId + "]";
    }
}
