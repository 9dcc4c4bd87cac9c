package dev.smartdoctor.auth.servicetoken;

/** A service's token and the seconds it lives. */
public record ServiceTokenView(String accessToken, long expiresIn) {

    @Override
    public String toString() {
        return "ServiceTokenView[" + expiresIn + " s]";
    }
}
