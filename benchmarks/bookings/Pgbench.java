import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.smartdoctor.localstack.stack.LocalStack;
import dev.smartdoctor.localstack.stack.Port;

/** PostgreSQL's own load tool with the statements of a booking, in a schema of its own of the same database. */
final class Pgbench {
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+) \\(without initial connection time\\)");
    private static final int SLOTS_A_DAY = 16;
    /** Above what it reaches, so that it never comes to a slot twice. */
    private static final int MOST_PER_SECOND = 12_000;
    private static final int WARM_UP_SECONDS = 2;

    private final Path root;
    private final LocalStack stack;
    private final int patients;
    private final int clients;
    private volatile Process running;

    Pgbench(Path root, LocalStack stack, int patients, int clients) {
        this.root = root;
        this.stack = stack;
        this.patients = patients;
        this.clients = clients;
    }

    /** The tables by the service's own migrations, and a clinic as large as the other. */
    void prepare() {
        List<String> command = psql("-c", "create schema pgbench");
        for (Path migration : migrations()) {
            command.addAll(List.of("-f", migration.toString()));
        }
        command.addAll(List.of("-f", file("clinic.sql")));
        run(command);
    }

    /** Transactions a second, each a booking. */
    double run(int seconds) {
        run(psql("-c", "truncate appointment, idempotency_record, outbox"));
        int days = 1 + MOST_PER_SECOND * (seconds + WARM_UP_SECONDS) / (Clinic.DOCTORS * SLOTS_A_DAY);
        run(pgbench(WARM_UP_SECONDS, days, 0));
        run(psql("-c", "vacuum analyze"));
        String report = run(pgbench(seconds, days, WARM_UP_SECONDS * MOST_PER_SECOND / clients));
        Matcher rate = RATE.matcher(report);
        if (!rate.find() || !report.contains("number of failed transactions: 0 ")) {
            throw new IllegalStateException("pgbench says: " + report);
        }
        return Double.parseDouble(rate.group(1));
    }

    void stop() {
        Process process = running;
        if (process != null) {
            process.destroy();
        }
    }

    private List<String> pgbench(int seconds, int days, int first) {
        long start = LocalDate.now(ZoneOffset.UTC).plusDays(2).atTime(8, 0).toEpochSecond(ZoneOffset.UTC);
        List<String> command = new ArrayList<>(List.of("pgbench", "-n", "-M", "prepared", "-f", file("booking.sql"), "-T",
                "" + seconds, "-c", "" + clients, "-j", "" + Math.min(2, clients)));
        Map.of("clients", clients, "doctors", Clinic.DOCTORS, "days", days, "patients", patients, "first", start, "n",
                first, "none", "none").forEach((name, value) -> command.addAll(List.of("-D", name + "=" + value)));
        return command;
    }

    private static List<String> psql(String... more) {
        List<String> command = new ArrayList<>(List.of("psql", "-qX", "-v", "ON_ERROR_STOP=1"));
        command.addAll(List.of(more));
        return command;
    }

    private List<Path> migrations() {
        List<Path> found = new ArrayList<>();
        for (String folder : List.of("platform/data/src/main/resources/db/platform",
                "appointment-service/src/main/resources/db/migration")) {
            try (Stream<Path> files = Files.list(root.resolve(folder))) {
                found.addAll(files.sorted().toList());
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
        return found;
    }

    private String file(String name) {
        return root.resolve("benchmarks/bookings").resolve(name).toString();
    }

    private String run(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        String url = stack.jdbcUrl("appointment");
        builder.environment().putAll(Map.of("PGHOST", "localhost", "PGPORT", "" + stack.options().port(Port.POSTGRES),
                "PGDATABASE", "appointment", "PGUSER", "appointment", "PGPASSWORD",
                url.substring(url.indexOf("password=") + "password=".length()), "PGOPTIONS",
                "-c search_path=pgbench,public -c client_min_messages=warning"));
        if (command.get(0).equals("psql")) {
            builder.command().addAll(List.of("-v", "doctors=" + Clinic.DOCTORS, "-v", "patients=" + patients));
        }
        try {
            running = builder.start();
            String output = new String(running.getInputStream().readAllBytes());
            if (running.waitFor() != 0) {
                throw new IllegalStateException(command.get(0) + " failed: " + output);
            }
            return output;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
