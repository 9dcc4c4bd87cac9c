package dev.smartdoctor.localstack.redis;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

import dev.smartdoctor.localstack.process.Launch;
import dev.smartdoctor.localstack.process.Part;
import dev.smartdoctor.localstack.process.StartProblem;
import redis.embedded.core.ExecutableProvider;
import redis.embedded.model.OsArchitecture;

/** The server as a supervised process. Its version is old (6.2.11), therefore it never listens beyond the loopback. */
public final class RedisPart implements Part {

    private static final int PROBE_MILLIS = 500;

    private final Path data;
    private final int port;
    private final Path program;

    public RedisPart(Path data, int port, Path cache) {
        this.data = data.toAbsolutePath();
        this.port = port;
        this.program = unpackedIn(cache);
    }

    @Override
    public String name() {
        return "redis";
    }

    /** Redis rewrites its command line to program and address. */
    @Override
    public String mark() {
        return ":" + port;
    }

    @Override
    public void prepare() throws IOException {
        Files.createDirectories(data);
    }

    @Override
    public Launch launch() {
        return new Launch(List.of(program.toString(), "--port", Integer.toString(port), "--bind", "127.0.0.1", "-::1",
                "--protected-mode", "yes", "--dir", data.toString(), "--appendonly", "yes", "--appendfsync", "everysec",
                "--save", "", "--maxmemory-policy", "noeviction", "--daemonize", "no"), Map.of("TZ", "UTC"), data);
    }

    @Override
    public boolean ready() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PROBE_MILLIS);
            socket.setSoTimeout(PROBE_MILLIS);
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(5), StandardCharsets.US_ASCII).equals("+PONG");
        } catch (IOException e) {
            return false;
        }
    }

    private static Path unpackedIn(Path cache) {
        String resource = ExecutableProvider.newProvidedVersionsMap()
                .get(OsArchitecture.detectOSandArchitecture());
        if (resource == null) {
            throw new StartProblem("There is no embedded Redis for this system",
                    "Use `docker compose up` on this machine");
        }
        Path program = cache.resolve(Path.of(resource).getFileName());
        try (InputStream packed = RedisPart.class.getResourceAsStream(absolute(resource))) {
            if (!Files.exists(program)) {
                unpack(packed, program);
            }
            return program;
        } catch (IOException e) {
            throw StartProblem.unwritable(program, e);
        }
    }

    /** The library names its programs by paths of the class path, with a slash before them or without. */
    private static String absolute(String resource) {
        return resource.startsWith("/") ? resource : "/" + resource;
    }

    private static void unpack(InputStream packed, Path program) throws IOException {
        Files.createDirectories(program.getParent());
        Path unfinished = Files.createTempFile(program.getParent(), "unpacking-", ".tmp");
        Files.copy(packed, unfinished, StandardCopyOption.REPLACE_EXISTING);
        if (!unfinished.toFile().setExecutable(true, false)) {
            throw new IOException("Cannot make executable: " + unfinished);
        }
        Files.move(unfinished, program, StandardCopyOption.ATOMIC_MOVE);
    }
}
