package dev.smartdoctor.localstack.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;

import dev.smartdoctor.localstack.process.Console;
import dev.smartdoctor.localstack.process.StartProblem;

/**
 * What one stack is: where the built services are, its ports and folders, and the settings that the services get. Made
 * either from the environment of a person, or for a test with ports and a folder that nobody else uses.
 */
public record StackOptions(Path root, Map<Port, Integer> ports, Folders folders, Map<String, String> environment,
        boolean fresh, boolean demoData, Console console) {

    /** What Maven and the shell put into the environment for themselves. */
    private static final List<String> NOT_FOR_SERVICES = List.of("MAVEN_", "_", "OLDPWD", "CLASSPATH");
    /** Below the root: what tests have unpacked the first start finds. */
    private static final String CACHE = "local-stack/target/cache";
    /** Below the ports that systems give to outgoing connections: one of those could take a part's port while it starts again. */
    private static final int FIRST_FREE_PORT = 20_000;
    private static final int END_OF_FREE_PORTS = 32_000;

    public StackOptions {
        ports = Map.copyOf(ports);
        environment = Map.copyOf(environment);
    }

    /** Options of `mvn -Plocal`: a setting is a system property or, failing that, an environment variable. */
    public static StackOptions of(Map<String, String> environment, Properties properties) {
        Map<String, String> settings = new HashMap<>(environment);
        properties.stringPropertyNames().stream().filter(name -> name.matches("[A-Z][A-Z0-9_]*"))
                .forEach(name -> settings.put(name, properties.getProperty(name)));
        Path root = root(properties);
        Map<Port, Integer> ports = new EnumMap<>(Port.class);
        for (Port port : Port.values()) {
            ports.put(port, port(settings, port));
        }
        String home = settings.getOrDefault("LOCAL_DIR", "");
        Folders folders = Folders.below(home.isBlank() ? root.resolve(".local") : Path.of(home), root.resolve(CACHE),
                settings);
        settings.keySet().removeIf(StackOptions::isNotForServices);
        return new StackOptions(root, ports, folders, settings, isOn(properties, "fresh"),
                !settings.getOrDefault("DEMO_DATA", "true").equals("false"), Console.standardOutput());
    }

    /** Options of a test: free ports, a folder of its own, and a cache that all tests share. */
    public static StackOptions isolated(Path root, Path folder, Path cache) {
        return new StackOptions(root, freePorts(), Folders.below(folder, cache, Map.of()),
                Map.of("PATH", System.getenv().getOrDefault("PATH", "")), false, true, line -> {
                });
    }

    public StackOptions withEnvironment(String name, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(name, value);
        return new StackOptions(root, ports, folders, more, fresh, demoData, console);
    }

    public StackOptions withConsole(Console listener) {
        return new StackOptions(root, ports, folders, environment, fresh, demoData, listener);
    }

    public StackOptions withDemoData(boolean wanted) {
        return new StackOptions(root, ports, folders, environment, fresh, wanted, console);
    }

    public int port(Port port) {
        return ports.get(port);
    }

    /** A setting of the stack itself; an empty one counts as not set. */
    public Optional<String> setting(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    /** Where people and programs reach the suite. */
    public URI address() {
        return URI.create("http://localhost:" + port(Port.GATEWAY));
    }

    public URI mailbox() {
        return URI.create("http://localhost:" + port(Port.MAILBOX));
    }

    private static Path root(Properties properties) {
        String given = properties.getProperty("smartdoctor.root", "");
        Path start = Path.of(given.isBlank() ? "" : given).toAbsolutePath().normalize();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("local-stack")) && Files.isDirectory(folder.resolve("gateway"))) {
                return folder;
            }
        }
        throw new StartProblem("Cannot find the repository above " + start,
                "Run `mvn -Plocal` in its root folder");
    }

    private static int port(Map<String, String> settings, Port port) {
        String value = settings.getOrDefault(port.setting(), "").strip();
        if (value.isEmpty()) {
            return port.standard();
        }
        if (!value.matches("\\d{1,5}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > 65535) {
            throw new StartProblem(port.setting() + " is not a port: " + value, "Give a number from 1 to 65535");
        }
        return Integer.parseInt(value);
    }

    private static boolean isOn(Properties properties, String name) {
        String value = properties.getProperty(name);
        return value != null && !value.equals("false");
    }

    private static boolean isNotForServices(String name) {
        return NOT_FOR_SERVICES.stream().anyMatch(each -> each.endsWith("_") && each.length() > 1
                ? name.startsWith(each)
                : name.equals(each));
    }

    private static Map<Port, Integer> freePorts() {
        Map<Port, Integer> ports = new EnumMap<>(Port.class);
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (Port port : Port.values()) {
                ServerSocket socket = anyFree();
                held.add(socket);
                ports.put(port, socket.getLocalPort());
            }
            for (ServerSocket socket : held) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ports;
    }

    private static ServerSocket anyFree() throws IOException {
        IOException last = null;
        for (int tries = 0; tries < 1000; tries++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST_FREE_PORT, END_OF_FREE_PORTS);
            try {
                return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
            } catch (BindException taken) {
                last = taken;
            }
        }
        throw last;
    }
}
