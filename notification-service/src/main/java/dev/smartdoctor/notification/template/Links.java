package dev.smartdoctor.notification.template;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Addresses in the web client. Only the links that prove an address carry a token; all others need a sign-in. */
final class Links {
    private final String base;

    Links(String publicUrl) {
        this.base = publicUrl.endsWith("/") ? publicUrl.substring(0, publicUrl.length() - 1) : publicUrl;
    }

    String verifyEmail(String token) {
        return base + "/verify-email?token=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
    }

    String resetPassword(String token) {
        return base + "/reset-password?token=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
    }

    String signIn() {
        return base + "/login";
    }

    String forgotPassword() {
        return base + "/forgot-password";
    }

    String sessions() {
        return base + "/account";
    }

    String visits() {
        return base + "/appointments";
    }

    String findTime() {
        return base + "/doctors";
    }
}
