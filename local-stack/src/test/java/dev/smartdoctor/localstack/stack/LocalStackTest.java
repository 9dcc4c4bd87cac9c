package dev.smartdoctor.localstack.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.smartdoctor.localstack.process.StartProblem;

/** PostgreSQL, Redis and the mailbox as real processes; the services have their turn in the system tests. */
class LocalStackTest {

    private static final Path CACHE = Path.of("target/cache").toAbsolutePath();
    private static final Duration FIVE_SECONDS = Duration.ofSeconds(5);

    @TempDir
    Path folder;

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private StackOptions options;

    @BeforeEach
    void options() {
        options = StackOptions.isolated(Path.of("..").toAbsolutePath().normalize(), folder, CACHE)
                .withConsole(lines::add);
    }

    @Test
    void postgresComesBackWithItsDataAfterKill() throws Exception {
        try (LocalStack stack = LocalStack.startWithoutServices(options)) {
            sql(stack, "CREATE TABLE fact (value int)", "INSERT INTO fact VALUES (42)");
            try (Connection open = DriverManager.getConnection(stack.jdbcUrl("auth"))) {
                assertThat(open.isValid(1)).isTrue();
                stack.kill(LocalStack.POSTGRES);
                await().atMost(FIVE_SECONDS).until(() -> stack.isReady(LocalStack.POSTGRES));
            }
            assertThat(number(stack, "SELECT value FROM fact")).isEqualTo(42);
            assertThat(lines).anyMatch(line -> line.contains("postgres ended unexpectedly (signal 9)"));
        }
    }

    @Test
    void serverIsDurableAndRolesSeeTheirOwnDatabaseOnly() throws Exception {
        try (LocalStack stack = LocalStack.startWithoutServices(options)) {
            assertThat(text(stack, "SHOW fsync")).isEqualTo("on");
            assertThat(text(stack, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(text(stack, "SELECT lower('ÄÖÜ')")).isEqualTo("äöü");
            String foreign = stack.jdbcUrl("auth").replace("/auth?", "/appointment?");
            assertThatThrownBy(() -> DriverManager.getConnection(foreign)).isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
            String guess = stack.jdbcUrl("auth").replaceAll("password=.*", "password=wrong");
            assertThatThrownBy(() -> DriverManager.getConnection(guess)).isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void redisComesBackWithItsDataAfterKill() throws Exception {
        try (LocalStack stack = LocalStack.startWithoutServices(options)) {
            assertThat(redis("SET fact 42")).startsWith("+OK");
            assertThat(redis("CONFIG GET maxmemory-policy")).contains("noeviction");
            // Append-only data reaches the disk within a second; WAITs for replicas would not tell.
            await().atMost(FIVE_SECONDS).until(() -> redis("INFO persistence").contains("aof_pending_bio_fsync:0"));
            stack.kill(LocalStack.REDIS);
            await().atMost(FIVE_SECONDS).until(() -> stack.isReady(LocalStack.REDIS));
            assertThat(redis("GET fact")).contains("42");
        }
    }

    @Test
    void mailboxComesBackAfterKill() throws Exception {
        try (LocalStack stack = LocalStack.startWithoutServices(options)) {
            stack.kill(LocalStack.MAILBOX);
            await().atMost(FIVE_SECONDS).until(() -> stack.isReady(LocalStack.MAILBOX));
            assertThat(status(stack.mailbox().resolve("/api/v1/messages"))).isEqualTo(200);
        }
    }

    @Test
    void dataSurvivesARestartAndNoProcessSurvivesTheStop() throws Exception {
        LocalStack first = LocalStack.startWithoutServices(options);
        List<ProcessHandle> processes = first.partNames().stream()
                .map(part -> ProcessHandle.of(first.pid(part).getAsLong()).orElseThrow())
                .flatMap(process -> java.util.stream.Stream.concat(java.util.stream.Stream.of(process),
                        process.descendants()))
                .toList();
        sql(first, "CREATE TABLE fact (value int)", "INSERT INTO fact VALUES (7)");
        first.close();

        assertThat(processes).hasSizeGreaterThan(3).noneMatch(ProcessHandle::isAlive);
        assertThat(folder.resolve("postgres/postmaster.pid")).doesNotExist();
        try (LocalStack second = LocalStack.startWithoutServices(options)) {
            assertThat(number(second, "SELECT value FROM fact")).isEqualTo(7);
        }
    }

    @Test
    void freshDeletesTheDataAndNothingElse() throws Exception {
        LocalStack first = LocalStack.startWithoutServices(options);
        sql(first, "CREATE TABLE fact (value int)");
        first.close();
        Files.writeString(folder.resolve("notes.txt"), "mine");
        StackOptions fresh = new StackOptions(options.root(), options.ports(), options.folders(),
                options.environment(), true, false, lines::add);

        try (LocalStack second = LocalStack.startWithoutServices(fresh)) {
            assertThatThrownBy(() -> sql(second, "SELECT * FROM fact")).hasMessageContaining("does not exist");
            await().atMost(FIVE_SECONDS).until(() -> discarded().isEmpty());
        }
        assertThat(folder.resolve("notes.txt")).hasContent("mine");
    }

    @Test
    void dataThatWasPutAsideIsDeletedByTheNextStart() throws Exception {
        Files.createDirectories(folder.resolve("postgres.discarded/base"));
        Files.writeString(folder.resolve("postgres.discarded/base/1"), "of a start that was killed");
        try (LocalStack stack = LocalStack.startWithoutServices(options)) {
            await().atMost(FIVE_SECONDS).until(() -> discarded().isEmpty());
            assertThat(stack.isReady(LocalStack.POSTGRES)).isTrue();
        }
    }

    @Test
    void saysWhichPortIsTakenAndHowToChangeIt() throws Exception {
        try (ServerSocket other = new ServerSocket(options.port(Port.REDIS), 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> LocalStack.startWithoutServices(options)).isInstanceOf(StartProblem.class)
                    .hasMessageContaining("Port " + other.getLocalPort() + " is taken")
                    .hasMessageContaining("REDIS_PORT=").hasNoCause();
        }
    }

    @Test
    void saysOfAllPortsThatAreTakenInOneLine() throws Exception {
        try (ServerSocket one = new ServerSocket(options.port(Port.GATEWAY), 1, InetAddress.getLoopbackAddress());
                ServerSocket two = new ServerSocket(options.port(Port.MAILBOX), 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> LocalStack.startWithoutServices(options)).isInstanceOf(StartProblem.class)
                    .hasMessageContaining("Ports " + one.getLocalPort() + ", " + two.getLocalPort() + " are taken")
                    .hasMessageMatching(".*: GATEWAY_PORT=\\d+ MAILBOX_PORT=\\d+ mvn -Plocal");
        }
    }

    @Test
    void saysWhatKeepsItFromWriting() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        StackOptions there = StackOptions.isolated(options.root(), file, CACHE);

        assertThatThrownBy(() -> LocalStack.startWithoutServices(there)).isInstanceOf(StartProblem.class)
                .hasMessage("Cannot write " + file + " (" + file + " is not a folder). "
                        + "Check the folder's owner and rights, or set LOCAL_DIR to another folder");
    }

    @Test
    void saysWhichServiceIsNotBuilt() {
        StackOptions elsewhere = StackOptions.isolated(folder, folder, CACHE);

        assertThatThrownBy(() -> LocalStack.start(elsewhere)).isInstanceOf(StartProblem.class)
                .hasMessageContaining("auth-service is not built").hasMessageContaining("mvn -Plocal");
    }

    @Test
    void refusesASecondStackOnTheSameFolder() {
        try (LocalStack stack = LocalStack.startWithoutServices(options)) {
            assertThat(stack.partNames()).hasSize(3);
            StackOptions twin = StackOptions.isolated(options.root(), folder, CACHE);
            assertThatThrownBy(() -> LocalStack.startWithoutServices(twin)).isInstanceOf(StartProblem.class)
                    .hasMessageContaining("already runs").hasMessageContaining("LOCAL_DIR");
        }
    }

    private static void sql(LocalStack stack, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(stack.jdbcUrl("auth"));
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    private static int number(LocalStack stack, String query) throws SQLException {
        return Integer.parseInt(text(stack, query));
    }

    private static String text(LocalStack stack, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(stack.jdbcUrl("auth"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private List<Path> discarded() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> entry.toString().endsWith(".discarded")).toList();
        }
    }

    private String redis(String command) throws IOException {
        try (Socket socket = new Socket("localhost", options.port(Port.REDIS))) {
            socket.setSoTimeout(2000);
            socket.getOutputStream().write((command + "\r\nQUIT\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static int status(URI address) throws IOException {
        return ((HttpURLConnection) address.toURL().openConnection()).getResponseCode();
    }
}
