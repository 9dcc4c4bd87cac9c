package dev.smartdoctor.localstack.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;

import dev.smartdoctor.localstack.service.Service;
import dev.smartdoctor.localstack.service.ServiceSettings;

/** What a person needs once the stack is ready, in one block. */
final class StartReport {

    private final LocalStack stack;

    StartReport(LocalStack stack) {
        this.stack = stack;
    }

    String text(Duration took) {
        StackOptions options = stack.options();
        return """

                ──────────────────────────────────────────────────────────────────────────
                  Smart Doctor is ready at  %s
                  Mailbox                   %s
                %s  Took %.1f s; the five services use %s. Logs: %s
                  Ctrl-C stops everything. The data stays; -Dfresh starts anew.
                ──────────────────────────────────────────────────────────────────────────
                """.formatted(options.address(), options.mailbox(), accounts(options), took.toMillis() / 1000.0,
                memory(),
                options.folders().logs());
    }

    private static String accounts(StackOptions options) {
        return options.demoData() ? """
                  Accounts                  patient@example.org, patient2@example.org,
                                            doctor@example.org, reception@example.org,
                                            admin@example.org
                  Password of all           %s
                """.formatted(ServiceSettings.DEMO_PASSWORD) : "";
    }

    private String memory() {
        long kilobytes = 0;
        for (Service service : Service.values()) {
            OptionalLong pid = stack.pid(service.artifact());
            kilobytes += pid.isPresent() ? residentKilobytes(pid.getAsLong()) : 0;
        }
        return kilobytes == 0
                ? "memory unknown on this system"
                : String.format(Locale.ROOT, "%.2f GiB", kilobytes / (1024.0 * 1024.0));
    }

    private static long residentKilobytes(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                    .filter(line -> line.startsWith("VmRSS:")).map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(Long::parseLong).findFirst().orElse(0);
        } catch (IOException e) {
            return 0; // not Linux, or ended just now
        }
    }
}
