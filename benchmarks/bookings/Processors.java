import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import dev.smartdoctor.localstack.stack.LocalStack;

/** The processor time that each part of the suite has used, as Linux counts it. */
final class Processors {
    private static final double MICROS_PER_TICK = 10_000;
    private static final int USER = 11;
    private static final int SYSTEM = 12;

    private Processors() {
    }

    /** Ticks by part; the server's processes count as one part, and so does this program. */
    static Map<String, Long> ticks(LocalStack stack) {
        Map<String, Long> used = new LinkedHashMap<>();
        for (String part : stack.partNames()) {
            long pid = stack.pid(part).orElseThrow();
            used.put(part, part.equals(LocalStack.POSTGRES) ? ticksOfChildren(pid) : ticks(pid));
        }
        used.put("load", ticks(ProcessHandle.current().pid()));
        return used;
    }

    /** Microseconds by part for each of so many bookings. */
    static String each(Map<String, Long> before, Map<String, Long> after, int bookings) {
        return after.keySet().stream().map(part -> part + " "
                + Math.round((after.get(part) - before.get(part)) * MICROS_PER_TICK / bookings))
                .collect(Collectors.joining(", "));
    }

    private static long ticksOfChildren(long parent) {
        return ticks(parent) + ProcessHandle.of(parent).orElseThrow().children().mapToLong(child -> ticks(child.pid())).sum();
    }

    private static long ticks(long pid) {
        try {
            String line = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
            return Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM]);
        } catch (IOException e) {
            return 0; // ended just now
        }
    }
}
