package dev.smartdoctor.localstack.stack;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.smartdoctor.localstack.demo.DemoData;
import dev.smartdoctor.localstack.mailbox.MailboxPart;
import dev.smartdoctor.localstack.postgres.PostgresBinaries;
import dev.smartdoctor.localstack.postgres.PostgresPart;
import dev.smartdoctor.localstack.postgres.PostgresSetup;
import dev.smartdoctor.localstack.process.Leftovers;
import dev.smartdoctor.localstack.process.Part;
import dev.smartdoctor.localstack.process.PartLog;
import dev.smartdoctor.localstack.process.RunFolder;
import dev.smartdoctor.localstack.process.StartProblem;
import dev.smartdoctor.localstack.process.SupervisedPart;
import dev.smartdoctor.localstack.redis.RedisPart;
import dev.smartdoctor.localstack.service.JwtKeys;
import dev.smartdoctor.localstack.service.Secrets;
import dev.smartdoctor.localstack.service.Service;
import dev.smartdoctor.localstack.service.ServicePart;
import dev.smartdoctor.localstack.service.ServiceSettings;

/**
 * A running stack. Its parts are restarted when they die, until it is closed; after {@link #close()} no process of it is
 * alive. Parts are named {@code postgres, redis, mailbox} and as the services' modules.
 */
public final class LocalStack implements AutoCloseable {

    public static final String POSTGRES = "postgres";
    public static final String REDIS = "redis";
    public static final String MAILBOX = "mailbox";

    private final StackOptions options;
    private final List<Service> services;
    private final RunFolder run;
    private final ServiceSettings settings;
    private final Secrets secrets;
    private final Map<String, SupervisedPart> parts = new LinkedHashMap<>();
    private final Thread sweeper = new Thread(this::sweep, "sweep-discarded-data");
    private volatile Thread starter;
    private volatile boolean closed;

    private LocalStack(StackOptions options, List<Service> services, RunFolder run) throws IOException {
        this.options = options;
        this.services = services;
        this.run = run;
        this.secrets = new Secrets(options.folders().secrets());
        this.settings = new ServiceSettings(options, secrets);
        for (Part part : parts()) {
            PartLog log = log(part.name());
            log.rotate();
            parts.put(part.name(), new SupervisedPart(part, run, log, options.console()));
        }
    }

    /** Starts everything and returns when it is ready; what had been started is stopped when something fails. */
    public static LocalStack start(StackOptions options) {
        LocalStack stack = prepare(options);
        stack.startParts();
        return stack;
    }

    /** PostgreSQL, Redis and the mailbox alone, for tests that need no service. */
    public static LocalStack startWithoutServices(StackOptions options) {
        LocalStack stack = prepare(options.withDemoData(false), List.of());
        stack.startParts();
        return stack;
    }

    /** Checks the machine and takes the folder; no process runs yet, and {@link #close()} may be called at any time. */
    public static LocalStack prepare(StackOptions options) {
        return prepare(options, List.of(Service.values()));
    }

    private static LocalStack prepare(StackOptions options, List<Service> services) {
        Preflight preflight = new Preflight(options);
        preflight.machine(services);
        try {
            RunFolder run = RunFolder.claim(options.folders().run());
            try {
                new Leftovers(run, options.console()).end(names(services));
                preflight.ports();
                if (options.fresh()) {
                    options.folders().discardData();
                }
                return new LocalStack(options, services, run);
            } catch (IOException | RuntimeException e) {
                run.close();
                throw e;
            }
        } catch (IOException e) {
            throw StartProblem.unwritable(options.folders().home(), e);
        }
    }

    private static List<String> names(List<Service> services) {
        return Stream.concat(Stream.of(POSTGRES, REDIS, MAILBOX), services.stream().map(Service::artifact)).toList();
    }

    private List<Part> parts() {
        Folders folders = options.folders();
        List<Part> all = new ArrayList<>();
        all.add(new PostgresPart(folders.postgres(), options.port(Port.POSTGRES), secrets.get("POSTGRES_PASSWORD"),
                PostgresBinaries.unpackedIn(folders.cache()), log(POSTGRES)));
        all.add(new RedisPart(folders.redis(), options.port(Port.REDIS), folders.cache()));
        all.add(new MailboxPart(folders.mailbox(), options.port(Port.MAILBOX_SMTP), options.port(Port.MAILBOX)));
        services.forEach(service -> all.add(part(service)));
        return all;
    }

    /** Returns when everything is ready; when something fails, what had been started is stopped. */
    public void startParts() {
        starter = Thread.currentThread();
        try {
            CompletableFuture<Void> postgres = begin(POSTGRES);
            List<CompletableFuture<Void>> started = new ArrayList<>(List.of(begin(REDIS), begin(MAILBOX)));
            if (services.contains(Service.AUTH)) {
                JwtKeys.ensure(options.folders().keys(), part(Service.AUTH), log(Service.AUTH.artifact()));
            }
            StartProblem.await(postgres);
            databases();
            DemoData demo = new DemoData(options, jdbcUrl(Service.AUTH.database().orElseThrow()));
            if (options.demoData() && !demo.isComplete()) {
                // Entering it is one long chain of calls, which leaves the other cores to the services that start later.
                StartProblem.awaitAll(begin(DemoData.TAKERS));
                started.addAll(begin(without(DemoData.TAKERS)));
                demo.enter();
            } else {
                started.addAll(begin(services));
            }
            StartProblem.awaitAll(started);
            beginSweep();
        } catch (RuntimeException e) {
            close();
            throw e;
        } finally {
            starter = null;
        }
    }

    private synchronized void beginSweep() {
        if (!closed) {
            sweeper.setDaemon(true);
            sweeper.start();
        }
    }

    /** The next start goes on with it. */
    private void endSweep() {
        sweeper.interrupt();
        join(sweeper);
    }

    private void sweep() {
        try {
            options.folders().deleteDiscarded();
        } catch (IOException e) {
            options.console().say("data that was put aside is not deleted yet: " + e);
        }
    }

    private void databases() {
        Map<String, String> passwords = Service.databases().stream()
                .collect(Collectors.toMap(Function.identity(), settings::databasePassword));
        new PostgresSetup(options.port(Port.POSTGRES), secrets.get("POSTGRES_PASSWORD")).ensure(passwords);
    }

    private CompletableFuture<Void> begin(String part) {
        return parts.get(part).start();
    }

    private List<CompletableFuture<Void>> begin(List<Service> some) {
        return some.stream().map(service -> begin(service.artifact())).toList();
    }

    private List<Service> without(List<Service> some) {
        return services.stream().filter(service -> !some.contains(service)).toList();
    }

    private ServicePart part(Service service) {
        return new ServicePart(service, options, settings.of(service));
    }

    private PartLog log(String part) {
        return new PartLog(options.folders().logs(), part);
    }

    /** Where the suite is reached. */
    public URI address() {
        return options.address();
    }

    public URI mailbox() {
        return options.mailbox();
    }

    public StackOptions options() {
        return options;
    }

    /** The address of a service's own port, past the gateway. */
    public URI address(Service service) {
        return URI.create("http://localhost:" + options.port(Port.of(service)));
    }

    /** JDBC address of a service's database, with user and password, for tests that look behind the services. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://localhost:" + options.port(Port.POSTGRES) + "/" + database + "?user=" + database
                + "&password=" + settings.databasePassword(database);
    }

    public OptionalLong pid(String part) {
        return supervised(part).pid();
    }

    public boolean isReady(String part) {
        return supervised(part).isReady();
    }

    public int restarts(String part) {
        return supervised(part).restarts();
    }

    /** Kills a part as `kill -9` does; it is started again like any part that dies. */
    public void kill(String part) {
        supervised(part).kill();
    }

    /** Stops a part and leaves it stopped, as an outage that lasts. */
    public void stop(String part) {
        supervised(part).stop();
    }

    public List<String> partNames() {
        return List.copyOf(parts.keySet());
    }

    private SupervisedPart supervised(String part) {
        SupervisedPart found = parts.get(part);
        if (found == null) {
            throw new IllegalArgumentException("No part " + part + "; there are " + parts.keySet());
        }
        return found;
    }

    /** Stops the gateway first, then the other services together, then mailbox and Redis, and PostgreSQL last. */
    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        interruptStart();
        endSweep();
        stopTogether(List.of(Service.GATEWAY.artifact()));
        stopTogether(List.of(Service.NOTIFICATION.artifact(), Service.ASSISTANT.artifact(),
                Service.APPOINTMENT.artifact(), Service.AUTH.artifact()));
        stopTogether(List.of(MAILBOX, REDIS));
        stopTogether(List.of(POSTGRES));
        try {
            run.close();
        } catch (IOException e) {
            options.console().say("the lock of " + options.folders().run() + " was not given back: " + e.getMessage());
        }
    }

    boolean isClosed() {
        return closed;
    }

    /** A start that is under way must not begin another process. */
    private void interruptStart() {
        Thread starting = starter;
        if (starting != null && starting != Thread.currentThread()) {
            starting.interrupt();
        }
    }

    private void stopTogether(List<String> names) {
        List<Thread> threads = names.stream().filter(parts::containsKey).map(parts::get)
                .map(part -> new Thread(part::stop, "stop-" + part.name())).toList();
        threads.forEach(Thread::start);
        threads.forEach(LocalStack::join);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
