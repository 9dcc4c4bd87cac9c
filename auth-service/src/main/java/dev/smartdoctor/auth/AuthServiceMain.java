package dev.smartdoctor.auth;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Set;

import dev.smartdoctor.auth.device.GatewayNetworks;
import dev.smartdoctor.auth.keys.KeyFiles;
import dev.smartdoctor.auth.keys.UnusableKeys;
import dev.smartdoctor.platform.settings.SettingsCheck;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/**
 * Starts the service, or, with {@code generate-keys DIR} or {@code rotate-keys DIR}, makes or rotates the signing keys and
 * ends. What is missing or unusable ends it with code 78 and one line that names the setting.
 */
@QuarkusMain
public final class AuthServiceMain {
    private static final int EX_CONFIG = 78;
    private static final Set<String> KEY_COMMANDS = Set.of("generate-keys", "rotate-keys");

    private AuthServiceMain() {
    }

    public static void main(String... args) {
        if (args.length > 0 && KEY_COMMANDS.contains(args[0])) {
            System.exit(keys(args));
        }
        SettingsCheck.forService("auth-service")
                .required("HTTP_PORT", "MANAGEMENT_PORT", "DATABASE_URL", "DATABASE_USER", "PUBLIC_URL",
                        "JWT_KEYS_DIR")
                .address("REDIS_URL")
                .secret("PASSWORD_PEPPER", "TOKEN_SECRET", "SERVICE_CLIENTS")
                .required("DATABASE_PASSWORD")
                // The database's owner chose it, so its length is not ours to judge.
                .noPlaceholder("DATABASE_PASSWORD")
                .noPlaceholder("BOOTSTRAP_ADMIN_PASSWORD")
                .refuse("SERVICE_CLIENTS", AuthServiceMain::hasWeakClient,
                        "has an entry that is not name:secret with a "
                                + "secret of at least 16 characters that is no placeholder")
                .refuse("GATEWAY_NETWORKS", networks -> !GatewayNetworks.areRanges(networks),
                        "must list ranges such as 10.0.0.0/8 or ::1/128")
                .refuse("JWT_KEYS_DIR", AuthServiceMain::isUnusable, "has no usable keys; make them with: java -jar "
                        + "quarkus-run.jar generate-keys DIR")
                .orExit();
        Quarkus.run(args);
    }

    private static int keys(String... args) {
        if (args.length != 2) {
            System.err.println("usage: java -jar quarkus-run.jar generate-keys DIR | rotate-keys DIR");
            return EX_CONFIG;
        }
        KeyFiles files = new KeyFiles(Path.of(args[1]));
        try {
            if ("generate-keys".equals(args[0])) {
                files.generate();
                System.out.println("Made current.pem and next.pem in " + args[1]);
            } else {
                files.rotate(Clock.systemUTC());
                System.out.println("Rotated; running services take the keys over within 30 seconds");
            }
            return 0;
        } catch (UnusableKeys | IOException e) {
            System.err.println(e.getMessage());
            return EX_CONFIG;
        }
    }

    /** Each secret by itself: of the whole list only some placeholders could be told. */
    private static boolean hasWeakClient(String clients) {
        return Arrays.stream(clients.split(",")).map(pair -> pair.strip().split(":", 2))
                .anyMatch(pair -> pair.length < 2 || pair[0].isBlank() || pair[1].length() < 16
                        || SettingsCheck.isPlaceholder(pair[1]));
    }

    private static boolean isUnusable(String folder) {
        try {
            new KeyFiles(Path.of(folder)).check();
            return false;
        } catch (UnusableKeys e) {
            return true;
        }
    }
}
