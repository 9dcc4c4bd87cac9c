package dev.smartdoctor.auth.keys;

import java.util.List;

/** The public keys as a JSON Web Key Set (RFC 7517). */
public record KeySetView(List<KeyView> keys) {

    /** The public half of a P-256 key as a JSON Web Key. */
    public record KeyView(String kty, String crv, String x, String y, String use, String alg, String kid) {}
}
