package dev.smartdoctor.localstack.process;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder of what runs: a pid file per part, and a lock that the living stack holds. The operating system gives the
 * lock back when its holder dies in whatever way, so a held lock always means a stack that is alive.
 */
public final class RunFolder implements AutoCloseable {

    private static final String SUFFIX = ".pid";

    private final Path folder;
    private final FileChannel lockFile;

    private RunFolder(Path folder, FileChannel lockFile) {
        this.folder = folder;
        this.lockFile = lockFile;
    }

    /** Takes the folder for this process, or says who has it. */
    public static RunFolder claim(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path owner = folder.resolve("stack");
        FileChannel channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        if (!lock(channel)) {
            channel.close();
            String pid = Files.exists(owner) ? Files.readString(owner).strip() : "unknown";
            throw new StartProblem("Smart Doctor already runs from " + folder.getParent() + " (process " + pid + ")",
                    "Stop it with Ctrl-C or `kill " + pid + "`, or set LOCAL_DIR to another folder");
        }
        Files.writeString(owner, ProcessHandle.current().pid() + "\n");
        return new RunFolder(folder, channel);
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    void remember(Part part, ProcessHandle process) throws IOException {
        long started = process.info().startInstant().map(java.time.Instant::toEpochMilli).orElse(0L);
        String line = process.pid() + " " + started + " " + part.mark() + "\n";
        Files.writeString(folder.resolve(part.name() + SUFFIX), line, StandardCharsets.UTF_8);
    }

    void forget(String part) {
        try {
            Files.deleteIfExists(folder.resolve(part + SUFFIX));
        } catch (IOException e) {
            // A pid file of a dead process does no harm: who reads it compares start time and command line.
        }
    }

    /** What the pid files tell of, whether it still runs or not; files that cannot be read are skipped. */
    List<Remembered> remembered() throws IOException {
        List<Remembered> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(SUFFIX)).sorted().toList()) {
                String[] fields = Files.readString(file).strip().split(" ", 3);
                if (fields.length == 3 && fields[0].matches("\\d{1,18}") && fields[1].matches("\\d{1,18}")) {
                    String name = file.getFileName().toString();
                    found.add(new Remembered(name.substring(0, name.length() - SUFFIX.length()),
                            Long.parseLong(fields[0]), Long.parseLong(fields[1]), fields[2]));
                }
            }
        }
        return found;
    }

    @Override
    public void close() throws IOException {
        lockFile.close();
    }

    record Remembered(String part, long pid, long startedMillis, String mark) {}
}
