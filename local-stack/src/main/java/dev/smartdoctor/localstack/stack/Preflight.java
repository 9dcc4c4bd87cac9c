package dev.smartdoctor.localstack.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.smartdoctor.localstack.process.StartProblem;
import dev.smartdoctor.localstack.service.Service;

/** What must be true before anything is started. Each finding is one line with its remedy. */
final class Preflight {

    private static final int OLDEST_JAVA = 17;
    private static final long GIGABYTE = 1L << 30;

    private final StackOptions options;

    Preflight(StackOptions options) {
        this.options = options;
    }

    /** What can be said before leftovers of an earlier run are ended. */
    void machine(List<Service> services) {
        int java = Runtime.version().feature();
        if (java < OLDEST_JAVA) {
            throw new StartProblem("Java " + java + " is too old",
                    "Install a JDK " + OLDEST_JAVA + " or later and point JAVA_HOME to it");
        }
        for (Service service : services) {
            Path jar = service.jar(options.root());
            if (!Files.isRegularFile(jar)) {
                throw new StartProblem(service.artifact() + " is not built: there is no " + jar,
                        "Run `mvn -Plocal` in the root folder, or `mvn package -DskipTests` before");
            }
        }
        disk();
    }

    private void disk() {
        Path home = options.folders().home();
        try {
            Files.createDirectories(home);
            long free = Files.getFileStore(home).getUsableSpace();
            if (free < GIGABYTE) {
                throw new StartProblem("Only " + free / (1 << 20) + " MB are free on the disk of " + home
                        + ", and the stack needs 1024",
                        "Free some space, or set LOCAL_DIR to a folder on another disk");
            }
        } catch (IOException e) {
            throw StartProblem.unwritable(home, e);
        }
    }

    /** Every port must be free, and no two settings may name the same one. All that are taken are told at once. */
    void ports() {
        Map<Integer, Port> seen = new HashMap<>();
        List<Port> taken = new ArrayList<>();
        for (Map.Entry<Port, Integer> each : new EnumMap<>(options.ports()).entrySet()) {
            Port twin = seen.put(each.getValue(), each.getKey());
            if (twin != null) {
                throw new StartProblem(twin.setting() + " and " + each.getKey().setting() + " are both "
                        + each.getValue(), "Give each a port of its own");
            }
            if (isTaken(each.getValue())) {
                taken.add(each.getKey());
            }
        }
        if (!taken.isEmpty()) {
            throw taken(taken);
        }
    }

    private StartProblem taken(List<Port> ports) {
        String numbers = ports.stream().map(port -> Integer.toString(options.port(port)))
                .collect(Collectors.joining(", "));
        String others = ports.stream().map(port -> port.setting() + "=" + free(options.port(port)))
                .collect(Collectors.joining(" "));
        return ports.size() == 1
                ? new StartProblem("Port " + numbers + " is taken by another program",
                        "Stop that program, or choose another port: " + others + " mvn -Plocal")
                : new StartProblem("Ports " + numbers + " are taken by other programs",
                        "Stop them, or choose other ports: " + others + " mvn -Plocal");
    }

    /** One that a person can remember beside the one that is taken. */
    private static int free(int port) {
        return IntStream.of(10_000, 20_000, 30_000, 40_000).map(distance -> port + distance)
                .filter(other -> other < 65_536 && !isTaken(other)).findFirst().orElse(port + 1);
    }

    private static boolean isTaken(int port) {
        return !canListen(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                || !canListen(new InetSocketAddress(port));
    }

    private static boolean canListen(InetSocketAddress address) {
        try (ServerSocket socket = new ServerSocket()) {
            // A connection that ends slowly does not take the port from a new server.
            socket.setReuseAddress(true);
            socket.bind(address);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
