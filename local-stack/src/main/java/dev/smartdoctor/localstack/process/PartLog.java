package dev.smartdoctor.localstack.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The log of one part: what the process writes to its outputs, with the logs of the last runs beside it. */
public final class PartLog {

    private static final int KEPT = 3;
    private static final int TAIL_BYTES = 8192;
    /** What PostgreSQL takes at once. */
    private static final long ROOM = 16 << 20;

    private final Path file;

    public PartLog(Path folder, String part) {
        this.file = folder.resolve(part + ".log");
    }

    public Path file() {
        return file;
    }

    /** Puts the log of the last run aside; the oldest one goes. */
    public void rotate() throws IOException {
        Files.createDirectories(file.getParent());
        for (int age = KEPT; age > 0; age--) {
            Path younger = age == 1 ? file : aged(age - 1);
            if (Files.exists(younger)) {
                Files.move(younger, aged(age), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** The last line that says anything, or an empty text. */
    public String lastWords() {
        List<String> lines = tail().lines().filter(line -> !line.isBlank()).toList();
        return lines.isEmpty() ? "" : lines.get(lines.size() - 1).strip();
    }

    public boolean tellsOfFullDisk() {
        return StartProblem.tellsOfFullDisk(tail());
    }

    /** A full disk takes no log either, so that nobody could tell of it. */
    boolean hasRoom() {
        try {
            return Files.getFileStore(file.getParent()).getUsableSpace() >= ROOM;
        } catch (IOException e) {
            return true; // whoever writes next says what is wrong
        }
    }

    private String tail() {
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            log.seek(Math.max(0, log.length() - TAIL_BYTES));
            byte[] bytes = new byte[(int) (log.length() - log.getFilePointer())];
            log.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    private Path aged(int age) {
        return file.resolveSibling(file.getFileName() + "." + age);
    }
}
