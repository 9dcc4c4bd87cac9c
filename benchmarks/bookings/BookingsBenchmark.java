import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.vertx.core.http.HttpMethod;

import dev.smartdoctor.localstack.stack.LocalStack;
import dev.smartdoctor.localstack.stack.Port;
import dev.smartdoctor.localstack.stack.StackOptions;

/** Rounds of pgbench and of bookings through the gateway, by turns; arguments are a folder of its own, seconds, clients and rounds. */
public final class BookingsBenchmark {
    private static final int MOST_PER_SECOND = Integer
            .parseInt(System.getenv().getOrDefault("MOST_PER_SECOND", "500"));
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(120);
    private static final long LOOK_AGAIN_MILLIS = 100;

    private final int seconds;
    private final int clients;
    private final int rounds;
    private final LocalStack stack;
    private final Databases databases;
    private final Http http;
    private final Pgbench pgbench;
    private final int patients;
    private int acknowledged;

    private BookingsBenchmark(Path root, Path folder, int seconds, int clients, int rounds, LocalStack stack) {
        this.seconds = seconds;
        this.clients = clients;
        this.rounds = rounds;
        this.stack = stack;
        this.databases = new Databases(stack);
        this.http = new Http(folder, Math.max(clients, 16));
        this.patients = 1 + rounds * seconds * MOST_PER_SECOND / (Clinic.VISITS_EACH - 1);
        this.pgbench = new Pgbench(root, stack, patients, clients);
    }

    public static void main(String[] arguments) {
        Path root = Path.of("").toAbsolutePath();
        Path folder = Path.of(arguments[0]);
        StackOptions options = StackOptions.isolated(root, folder.resolve("stack"), root.resolve("local-stack/target/cache"))
                .withDemoData(false)
                // Without limits: everybody comes from one address, whose sign-ins would queue for one row.
                .withEnvironment("RATE_LIMIT_PER_MINUTE", "1000000")
                // Thousands of patients sign in beforehand, which is not what is measured, and stay signed in.
                .withEnvironment("PASSWORD_HASH_COST", "4").withEnvironment("AUTH_KEYS_ACCESS_TOKEN_LIFETIME", "10M")
                // All of a server's compilers rather than a laptop's quick start.
                .withEnvironment("SERVICE_JAVA_OPTIONS",
                        System.getenv().getOrDefault("SERVICE_JAVA_OPTIONS",
                                "-XX:TieredStopAtLevel=4 -XX:CompileThresholdScaling=1"));
        for (Map.Entry<String, String> setting : System.getenv().entrySet()) {
            // To compare one setting with another.
            if (setting.getKey().startsWith("QUARKUS_")) {
                options = options.withEnvironment(setting.getKey(), setting.getValue());
            }
        }
        LocalStack stack = LocalStack.prepare(options);
        BookingsBenchmark benchmark = new BookingsBenchmark(root, folder, Integer.parseInt(arguments[1]),
                Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]), stack);
        Runtime.getRuntime().addShutdownHook(new Thread(benchmark::stop));
        try {
            stack.startParts();
            benchmark.run();
            System.exit(0);
        } catch (RuntimeException e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private void stop() {
        pgbench.stop();
        stack.close();
    }

    private void run() {
        databases.checkDurable();
        int gateway = stack.options().port(Port.GATEWAY);
        say("Preparing %d doctors, and %d patients with an account each", Clinic.DOCTORS, patients);
        List<Clinic.Visit> visits = new Clinic(http, gateway).prepare(patients);
        pgbench.prepare();
        say("Warming up: everyone's first visit");
        Load first = new Load(http, gateway, visits.subList(0, patients).iterator());
        book(first, 120, true);
        Iterator<Clinic.Visit> others = visits.subList(patients, visits.size()).iterator();
        List<Double> suite = new ArrayList<>();
        List<Double> alone = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            alone.add(pgbench.run(seconds));
            say("pgbench   %6.0f bookings a second", alone.get(round));
            suite.add(book(new Load(http, gateway, others), seconds, false));
        }
        say("Median: through the gateway %.0f, pgbench %.0f bookings a second, ratio %.3f", median(suite), median(alone),
                median(suite) / median(alone));
        check("visits that hold the same person's time", databases.doubleBookings(), 0);
    }

    private double book(Load load, int limit, boolean all) {
        Map<String, Long> before = Processors.ticks(stack);
        Load.Outcome outcome = load.run(clients, limit, all);
        Map<String, Long> after = Processors.ticks(stack);
        acknowledged += outcome.acknowledged();
        double rate = (double) outcome.inTime() / limit;
        if (!all) {
            say("gateway   %6.0f bookings a second, half of them below %.1f ms, 99 %% below %.1f ms", rate, outcome.median(),
                    outcome.slowest());
            say("          µs of processor time each: %s", Processors.each(before, after, outcome.acknowledged()));
        }
        drain(outcome.acknowledged());
        return rate;
    }

    /** Until every event is confirmed and every mail has come; then forgets the mails, since the mailbox keeps so many only. */
    private void drain(int bookings) {
        long begun = System.nanoTime();
        while (databases.eventsNotYetConfirmed() > 0 || databases.mailsNotYetSent() > 0 || mails() < bookings) {
            if (System.nanoTime() - begun > PATIENCE_NANOS) {
                throw new IllegalStateException("Mails are missing: " + mails() + " of " + bookings);
            }
            sleep();
        }
        double took = (System.nanoTime() - begun) / 1e9;
        check("mails", mails(), bookings);
        check("visits in the database", databases.bookedVisits(), acknowledged);
        say("          drained after %.1f s: %d acknowledged, as many visits, as many mails", took, bookings);
        Http.await(http.send(HttpMethod.DELETE, stack.options().port(Port.MAILBOX), "/api/v1/messages", Map.of(), null))
                .expect(200);
        databases.analyze();
    }

    private long mails() {
        return Http.await(http.send(HttpMethod.GET, stack.options().port(Port.MAILBOX), "/api/v1/messages?limit=1",
                Map.of(), null)).json(200).getLong("total");
    }

    private static void check(String what, long found, long expected) {
        if (found != expected) {
            throw new IllegalStateException(found + " " + what + " instead of " + expected);
        }
    }

    private static double median(List<Double> figures) {
        return figures.stream().sorted().toList().get((figures.size() - 1) / 2);
    }

    private static void sleep() {
        try {
            Thread.sleep(LOOK_AGAIN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void say(String line, Object... figures) {
        System.out.printf(Locale.ROOT, line + "%n", figures);
    }
}
