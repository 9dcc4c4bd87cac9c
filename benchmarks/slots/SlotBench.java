import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpServer;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import redis.embedded.RedisServer;

/**
 * Two clinics that differ in nothing but the number of past visits, each with a database and a packaged appointment-service of its
 * own, asked in turns by one caller: whatever else the machine does hits both alike.
 */
public final class SlotBench {
    private static final int FEW = 10_000;
    private static final int WARM_UP = 500;
    private static final int SHORTEST = 10_000;
    private static final String STATUS = "HTTP/1.1 200";
    private static final Path SERVICE = Path.of("appointment-service/target/quarkus-app/quarkus-run.jar");
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final List<AutoCloseable> running = new ArrayList<>();
    private EmbeddedPostgres postgres;
    private int redisPort;
    private int authPort;

    public static void main(String[] args) throws Exception {
        int calls = args.length > 0 ? Integer.parseInt(args[0]) : 1_000;
        int many = args.length > 1 ? Integer.parseInt(args[1]) : 1_000_000;
        SlotBench bench = new SlotBench();
        Runtime.getRuntime().addShutdownHook(new Thread(bench::stop));
        bench.startWorld();
        List<Clinic> clinics = List.of(bench.clinic("few", FEW), bench.clinic("many", many));
        LocalDate from = LocalDate.now(ZoneId.of("Europe/Berlin")).plusDays(2);
        String query = "?specialty=orthopaedics&from=" + from + "&to=";
        bench.measure("/api/slots, 7 days", "/api/slots" + query + from.plusDays(6), clinics, calls);
        bench.measure("/api/slots/days, 31 days", "/api/slots/days" + query + from.plusDays(30), clinics, calls);
        System.out.println("Must: p99 below 50 ms, and no more than 1.5 times that of the smaller clinic.");
        System.exit(0);
    }

    private record Clinic(int visits, int port) {}

    /** PostgreSQL as it comes, Redis, and an auth-service that knows nobody: the listing is public. */
    private void startWorld() throws Exception {
        postgres = EmbeddedPostgres.builder().start();
        running.add(postgres);
        redisPort = freePort();
        RedisServer redis = RedisServer.newRedisServer().port(redisPort).bind("127.0.0.1").setting("save \"\"").build();
        redis.start();
        running.add(redis::stop);
        HttpServer auth = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        auth.createContext("/", exchange -> {
            byte[] body = "{\"keys\":[],\"items\":[],\"asOf\":\"2026-01-01T00:00:00Z\"}".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        auth.start();
        running.add(() -> auth.stop(0));
        authPort = auth.getAddress().getPort();
    }

    private Clinic clinic(String name, int visits) throws Exception {
        execute("postgres", "create database " + name);
        int port = startService(name);
        execute(name, Files.readString(Path.of("benchmarks/slots/clinic.sql")).replace("@VISITS@", Integer.toString(visits)));
        // What autovacuum does within minutes of such growth, and the writing back that would otherwise fall into the measurement.
        execute(name, "vacuum (analyze)");
        execute(name, "checkpoint");
        return new Clinic(visits, port);
    }

    private int startService(String database) throws Exception {
        int port = freePort();
        int management = freePort();
        ProcessBuilder builder = new ProcessBuilder("java", "-XX:+UseSerialGC", "-Xss512k", "-Xms160m", "-Xmx160m",
                "-Duser.timezone=UTC", "-jar", SERVICE.toString());
        builder.environment().putAll(Map.of("HTTP_HOST", "127.0.0.1", "HTTP_PORT", Integer.toString(port), "MANAGEMENT_PORT",
                Integer.toString(management), "DATABASE_URL", "postgresql://localhost:" + postgres.getPort() + "/" + database,
                "DATABASE_USER", "postgres", "DATABASE_PASSWORD", secret(), "REDIS_URL", "redis://127.0.0.1:" + redisPort));
        builder.environment().putAll(Map.of("AUTH_SERVICE_URL", "http://127.0.0.1:" + authPort, "SERVICE_CLIENT_SECRET", secret(),
                "CLINICAL_TEXT_KEY", secret(), "TRIAGE_PROOF_SECRET", secret(), "LOG_LEVEL", "WARN"));
        Path log = Files.createTempFile("slots-" + database, ".log");
        Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        running.add(() -> {
            process.destroy();
            process.waitFor(10, TimeUnit.SECONDS);
            Files.delete(log);
        });
        for (int attempt = 0; attempt < 300; attempt++) {
            if (!process.isAlive()) {
                break;
            }
            if (answers("http://127.0.0.1:" + port + "/api/specialties")) {
                return port;
            }
            Thread.sleep(200);
        }
        throw new IllegalStateException("The service did not start: " + Files.readString(log));
    }

    private void measure(String title, String path, List<Clinic> clinics, int calls) throws Exception {
        double[][] times = new double[clinics.size()][calls];
        for (int call = -WARM_UP; call < calls; call++) {
            for (int index = 0; index < clinics.size(); index++) {
                double time = time(clinics.get(index).port, path);
                if (call >= 0) {
                    times[index][call] = time;
                }
            }
        }
        System.out.println(title);
        double[] slowest = new double[clinics.size()];
        for (int index = 0; index < clinics.size(); index++) {
            Arrays.sort(times[index]);
            slowest[index] = times[index][calls * 99 / 100];
            System.out.printf("  %,9d visits: p50 %5.1f ms, p99 %5.1f ms%n", clinics.get(index).visits, times[index][calls / 2],
                    slowest[index]);
        }
        System.out.printf("  p99 ratio %.2f, p50 ratio %.2f%n", slowest[1] / slowest[0], times[1][calls / 2] / times[0][calls / 2]);
    }

    /** From the request to the last byte, over a bare socket: a client that reads costs more than the service that writes. */
    private static double time(int port, String path) throws IOException {
        byte[] request = ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] buffer = new byte[1 << 16];
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            long start = System.nanoTime();
            socket.getOutputStream().write(request);
            int first = socket.getInputStream().readNBytes(buffer, 0, STATUS.length());
            String status = new String(buffer, 0, first, StandardCharsets.US_ASCII);
            long length = first;
            for (int read = 0; read >= 0; read = socket.getInputStream().read(buffer)) {
                length += read;
            }
            double time = (System.nanoTime() - start) / 1e6;
            if (!status.equals(STATUS) || length < SHORTEST) {
                throw new IllegalStateException(path + " answered " + status + " with " + length + " bytes");
            }
            return time;
        }
    }

    private static boolean answers(String address) throws InterruptedException {
        try {
            return HTTP.send(HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(2)).build(),
                    HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private void execute(String database, String sql) throws SQLException {
        try (Connection connection = postgres.getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String secret() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void stop() {
        for (int index = running.size() - 1; index >= 0; index--) {
            try {
                running.get(index).close();
            } catch (Exception e) {
                System.err.println("Not stopped: " + e);
            }
        }
    }
}
