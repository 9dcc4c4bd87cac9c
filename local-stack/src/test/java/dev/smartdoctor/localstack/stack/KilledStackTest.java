package dev.smartdoctor.localstack.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.smartdoctor.localstack.process.Tools;

/** The whole stack killed with `kill -9`, and the next one that finds what it left. */
class KilledStackTest {

    private static final Path CACHE = Path.of("target/cache").toAbsolutePath();

    @TempDir
    Path folder;

    @Test
    void nextStackEndsTheLeftoversAndHasTheData() throws Exception {
        StackOptions options = StackOptions.isolated(Path.of("..").toAbsolutePath().normalize(), folder, CACHE);
        Process main = startElsewhere(options);
        BufferedReader out = new BufferedReader(new InputStreamReader(main.getInputStream(), StandardCharsets.UTF_8));
        assertThat(out.readLine()).isEqualTo("ready");
        // Of the descendants some, such as PostgreSQL's workers, come and go by themselves.
        List<ProcessHandle> parts = main.children().toList();
        List<ProcessHandle> left = main.descendants().toList();
        main.destroyForcibly().waitFor();
        try {
            assertThat(parts).isNotEmpty().allMatch(ProcessHandle::isAlive);
            nextStackEnds(left, options);
        } finally {
            left.forEach(ProcessHandle::destroyForcibly);
        }
    }

    private static void nextStackEnds(List<ProcessHandle> left, StackOptions options) throws Exception {
        List<String> lines = new CopyOnWriteArrayList<>();
        try (LocalStack stack = LocalStack.startWithoutServices(options.withConsole(lines::add));
                Connection connection = DriverManager.getConnection(stack.jdbcUrl("auth"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT value FROM fact")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isEqualTo(11);
            assertThat(left).noneMatch(ProcessHandle::isAlive);
        }
        assertThat(lines).anyMatch(line -> line.startsWith("ending postgres of an earlier run"))
                .anyMatch(line -> line.startsWith("ending redis of an earlier run"))
                .anyMatch(line -> line.startsWith("ending mailbox of an earlier run"));
    }

    private Process startElsewhere(StackOptions options) throws Exception {
        Path ports = Files.writeString(folder.resolve("ports"), String.join("\n",
                Stream.of(Port.values()).map(port -> port.name() + "=" + options.port(port)).toList()));
        return new ProcessBuilder(Tools.java(), "-cp", System.getProperty("java.class.path"), Child.class.getName(),
                folder.toString(), ports.toString()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    /** The main that is going to be killed. */
    static final class Child {

        private Child() {
        }

        public static void main(String[] arguments) throws Exception {
            java.util.Properties settings = new java.util.Properties();
            try (var reader = Files.newBufferedReader(Path.of(arguments[1]))) {
                settings.load(reader);
            }
            java.util.Properties properties = new java.util.Properties();
            settings.forEach((name, port) -> properties.setProperty(name + "_PORT", (String) port));
            properties.setProperty("LOCAL_DIR", arguments[0]);
            properties.setProperty("CACHE_DIR", CACHE.toString());
            StackOptions options = StackOptions.of(System.getenv(), properties).withConsole(line -> {
            });
            LocalStack stack = LocalStack.startWithoutServices(options);
            try (Connection connection = DriverManager.getConnection(stack.jdbcUrl("auth"));
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE fact AS SELECT 11 AS value");
            }
            System.out.println("ready");
            System.out.flush();
            Thread.sleep(Long.MAX_VALUE);
        }
    }
}
