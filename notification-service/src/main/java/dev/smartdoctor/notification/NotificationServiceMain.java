package dev.smartdoctor.notification;

import java.util.Set;

import dev.smartdoctor.platform.settings.SettingsCheck;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the notification service, unless a setting is missing or only a placeholder. */
@QuarkusMain
public class NotificationServiceMain {
    private static final Set<String> TLS = Set.of("required", "optional", "none");

    public static void main(String... args) {
        SettingsCheck.forService("notification-service")
                .required("HTTP_PORT", "MANAGEMENT_PORT", "DATABASE_URL", "DATABASE_USER",
                        "AUTH_SERVICE_URL", "APPOINTMENT_SERVICE_URL", "PUBLIC_URL", "SMTP_HOST", "SMTP_PORT",
                        "MAIL_FROM")
                .address("REDIS_URL")
                .required("DATABASE_PASSWORD")
                // The database's owner chose it, so its length is not ours to judge.
                .noPlaceholder("DATABASE_PASSWORD")
                .secret("SERVICE_CLIENT_SECRET")
                .noPlaceholder("SMTP_PASSWORD")
                .refuse("SMTP_TLS", mode -> !TLS.contains(mode), "is not one of required, optional, none")
                .orExit();
        Quarkus.run(args);
    }
}
