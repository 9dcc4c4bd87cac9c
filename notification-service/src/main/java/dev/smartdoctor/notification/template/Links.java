package dev.smartdoctor.notification.template;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

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
        return base + "/sign-in";
    }

    String forgotPassword() {
        return base + "/forgot-password";
    }

    String sessions() {
        return base + "/settings";
    }

    String visit(UUID appointmentId) {
        return base + "/visits/" + appointmentId;
    }

    String findTime() {
        return base + "/book";
    }
}
