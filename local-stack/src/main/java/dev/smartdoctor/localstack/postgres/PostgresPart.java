package dev.smartdoctor.localstack.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.smartdoctor.localstack.process.Launch;
import dev.smartdoctor.localstack.process.Leftovers;
import dev.smartdoctor.localstack.process.Part;
import dev.smartdoctor.localstack.process.PartLog;
import dev.smartdoctor.localstack.process.Tools;

/**
 * The server as a supervised process. It is durable: what it has acknowledged survives `kill -9` of any part, itself
 * included. Local connections need a password like any other.
 */
public final class PostgresPart implements Part {

    static final String SUPERUSER = "postgres";

    private static final Map<String, String> CONFIGURATION = Map.of(
            // Said aloud, since embedded servers are usually started without.
            "fsync", "on", "synchronous_commit", "on", "full_page_writes", "on",
            // Four services with a pool, a listener and a migration connection each; their sum stays below 80 %.
            "max_connections", "200",
            // Reached by TCP on the loopback alone.
            "listen_addresses", "localhost", "unix_socket_directories", "",
            // Times are stored and shown in UTC whatever the machine's zone is.
            "timezone", "UTC", "log_timezone", "UTC");

    private final Path data;
    private final int port;
    private final String password;
    private final PostgresBinaries binaries;
    private final PartLog log;
    private final Unprivileged user = Unprivileged.here();
    private final PostgresConnections connections;

    public PostgresPart(Path data, int port, String password, PostgresBinaries binaries, PartLog log) {
        this.data = data.toAbsolutePath();
        this.port = port;
        this.password = password;
        this.binaries = binaries;
        this.log = log;
        this.connections = new PostgresConnections(port, password);
    }

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public String mark() {
        return "-D " + data;
    }

    /** Creates the data folder when there is none, and clears what a killed server left. */
    @Override
    public void prepare() throws IOException {
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            initialise();
        }
        Leftovers.killAll(orphans());
        Files.deleteIfExists(data.resolve("postmaster.pid"));
    }

    @Override
    public Launch launch() {
        List<String> command = new ArrayList<>(List.of(binaries.program("postgres").toString(), "-D", data.toString(),
                "-p", Integer.toString(port)));
        CONFIGURATION.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return new Launch(user.command(command), environment(), data);
    }

    @Override
    public boolean ready() {
        return connections.answers();
    }

    /** Fast shutdown: SIGTERM would wait until the last client has gone. */
    @Override
    public void askToEnd(ProcessHandle process) {
        if (Tools.isWindows() || !Tools.succeeds(List.of("kill", "-INT", Long.toString(process.pid())))) {
            process.destroy();
        }
    }

    @Override
    public Duration stopLimit() {
        return Duration.ofSeconds(20);
    }

    private void initialise() throws IOException {
        Path unfinished = data.resolveSibling(data.getFileName() + ".unfinished");
        if (Files.exists(unfinished)) {
            PostgresBinaries.delete(unfinished);
        }
        Files.createDirectories(unfinished);
        Path passwordFile = Files.createTempFile(unfinished.getParent(), "superuser", ".tmp");
        try {
            Files.writeString(passwordFile, password);
            user.own(unfinished);
            user.own(passwordFile);
            List<String> command = List.of(binaries.program("initdb").toString(), "-D", unfinished.toString(), "-U",
                    SUPERUSER, "--auth=scram-sha-256", "--pwfile=" + passwordFile, "--encoding=UTF8", "--locale=C",
                    "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--data-checksums");
            Tools.run("initdb", new Launch(user.command(command), environment(), data.getParent()), log);
            Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(passwordFile);
        }
    }

    /**
     * Server processes whose postmaster was killed: they notice it only between two statements, and as long as one
     * lives the data folder cannot be opened again. Their titles name no folder, but their working folder is ours.
     */
    private List<ProcessHandle> orphans() {
        return ProcessHandle.allProcesses().filter(this::worksInData).toList();
    }

    private boolean worksInData(ProcessHandle process) {
        try {
            Path entry = Path.of("/proc", Long.toString(process.pid()));
            return Files.readSymbolicLink(entry.resolve("cwd")).equals(data.toRealPath())
                    && Files.readSymbolicLink(entry.resolve("exe")).equals(binaries.program("postgres").toRealPath());
        } catch (IOException | UnsupportedOperationException e) {
            return false; // not Linux, not ours to look at, or gone by now
        }
    }

    private static Map<String, String> environment() {
        // No locale of the person's reaches the server, and no PG… setting of theirs.
        return Map.of("PATH", System.getenv().getOrDefault("PATH", "/usr/bin:/bin"), "LC_ALL", "C", "TZ", "UTC");
    }
}
