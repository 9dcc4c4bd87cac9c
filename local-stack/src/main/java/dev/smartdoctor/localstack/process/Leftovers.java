package dev.smartdoctor.localstack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Processes that a killed stack left behind. One is ended only when its pid file, its start time and its command line
 * all agree: a pid that the system has given to someone else is never touched.
 */
public final class Leftovers {

    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final RunFolder run;
    private final Console console;

    public Leftovers(RunFolder run, Console console) {
        this.run = run;
        this.console = console;
    }

    /**
     * Ends them one after the other and returns when they are gone.
     *
     * @param parts
     *            the parts' names in the order of starting; they are ended the other way round
     */
    public void end(List<String> parts) throws IOException {
        List<RunFolder.Remembered> remembered = new ArrayList<>(run.remembered());
        remembered.sort(Comparator.comparingInt(one -> -parts.indexOf(one.part())));
        for (RunFolder.Remembered one : remembered) {
            stillRunning(one).ifPresent(process -> end(one.part(), process));
            run.forget(one.part());
        }
    }

    private void end(String part, ProcessHandle process) {
        console.say("ending " + part + " of an earlier run (process " + process.pid() + ")");
        process.destroy();
        if (!gone(process, PATIENCE)) {
            process.destroyForcibly();
            gone(process, PATIENCE);
        }
    }

    private static Optional<ProcessHandle> stillRunning(RunFolder.Remembered one) {
        return ProcessHandle.of(one.pid()).filter(ProcessHandle::isAlive)
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .filter(process -> startedAt(process, one.startedMillis()))
                .filter(process -> commandLine(process).contains(one.mark()));
    }

    private static boolean startedAt(ProcessHandle process, long millis) {
        return process.info().startInstant()
                .map(start -> Duration.between(Instant.ofEpochMilli(millis), start).abs())
                .map(difference -> difference.compareTo(CLOCK_TOLERANCE) <= 0).orElse(false);
    }

    /** All arguments: `ProcessHandle` shows none for some processes, where Linux tells them all. */
    static String commandLine(ProcessHandle process) {
        try {
            String arguments = Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
            return arguments.replace('\0', ' ');
        } catch (IOException e) {
            return process.info().commandLine().orElse("");
        }
    }

    /** Waits for a process that may not be our child, and says whether it is gone. */
    public static boolean gone(ProcessHandle process, Duration patience) {
        CompletableFuture<ProcessHandle> exit = process.onExit();
        try {
            exit.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return !process.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }

    /** Kills processes that no longer have anyone to end them, and waits until they are gone. */
    public static void killAll(List<ProcessHandle> processes) {
        List<ProcessHandle> all = new ArrayList<>(processes);
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(process -> gone(process, PATIENCE));
    }
}
