package dev.smartdoctor.localstack.process;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Keeps one part alive: one thread starts the process, waits until it is ready, waits for its end, and starts it again.
 * After {@link #stop()} has been called no process of the part is alive and none is started any more.
 */
public final class SupervisedPart {

    private static final int CONFIGURATION_ERROR = 78;
    private static final int FIRST_START_ATTEMPTS = 3;
    private static final Duration PROBE_PAUSE = Duration.ofMillis(50);

    private final Part part;
    private final RunFolder run;
    private final PartLog log;
    private final Console console;
    private final BackOff backOff = new BackOff();
    private final CompletableFuture<Void> firstReady = new CompletableFuture<>();
    private final Thread thread;
    private final Object lifecycle = new Object();

    private volatile boolean stopping;
    private volatile boolean ready;
    private volatile Process process;
    private volatile int restarts;
    private volatile IOException neverRan;

    public SupervisedPart(Part part, RunFolder run, PartLog log, Console console) {
        this.part = part;
        this.run = run;
        this.log = log;
        this.console = console;
        this.thread = new Thread(this::supervise, "supervise-" + part.name());
        this.thread.setDaemon(true);
    }

    /** Starts the part; the future is done when it is ready for the first time, or failed with a {@link StartProblem}. */
    public CompletableFuture<Void> start() {
        thread.start();
        return firstReady;
    }

    public String name() {
        return part.name();
    }

    public boolean isReady() {
        return ready;
    }

    /** How often the part was started again. */
    public int restarts() {
        return restarts;
    }

    public OptionalLong pid() {
        Process current = process;
        return current != null && current.isAlive() ? OptionalLong.of(current.pid()) : OptionalLong.empty();
    }

    /** Kills the process as `kill -9` does; the supervisor starts it again. */
    public void kill() {
        Process current = process;
        if (current != null) {
            ready = false;
            current.destroyForcibly();
        }
    }

    /** Ends the part for good: asks, waits, kills. May be called at any time and more than once. */
    public void stop() {
        Process current;
        synchronized (lifecycle) {
            stopping = true;
            current = process;
        }
        thread.interrupt();
        if (current != null && current.isAlive()) {
            part.askToEnd(current.toHandle());
            if (!Leftovers.gone(current.toHandle(), part.stopLimit())) {
                console.say(part.name() + " does not end by itself: killing it");
                current.destroyForcibly();
                Leftovers.gone(current.toHandle(), part.stopLimit());
            }
        }
        ready = false;
        run.forget(part.name());
        firstReady.cancel(false);
    }

    private void supervise() {
        try {
            while (!stopping) {
                Duration worked = runOnce();
                if (!stopping) {
                    pause(worked);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            // Whoever waits for the first start says it; later nobody waits.
            if (!firstReady.completeExceptionally(e)) {
                console.say(part.name() + " cannot be supervised any more: " + e);
            }
        }
    }

    /** One life of the process; answers how long it had been ready. */
    private Duration runOnce() throws InterruptedException {
        long begun = System.nanoTime();
        neverRan = null;
        try {
            part.prepare();
            Process started = launch();
            if (started == null || !awaitReady(started, begun)) {
                return Duration.ZERO;
            }
            long readySince = System.nanoTime();
            announceReady(Duration.ofNanos(readySince - begun));
            started.waitFor();
            return Duration.ofNanos(System.nanoTime() - readySince);
        } catch (IOException e) {
            neverRan = e;
            if (!stopping) {
                console.say(part.name() + " cannot be started: " + e.getMessage());
            }
            return Duration.ZERO;
        } finally {
            ready = false;
        }
    }

    private Process launch() throws IOException {
        Launch launch = part.launch();
        ProcessBuilder builder = new ProcessBuilder(Tools.ownSession(launch.command()))
                .directory(launch.directory().toFile()).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.file().toFile()));
        builder.environment().clear();
        builder.environment().putAll(launch.environment());
        synchronized (lifecycle) {
            if (stopping) {
                return null;
            }
            process = builder.start();
            process.getOutputStream().close();
            run.remember(part, process.toHandle());
            return process;
        }
    }

    private boolean awaitReady(Process started, long begun) throws InterruptedException {
        while (started.isAlive() && !stopping) {
            if (part.ready()) {
                return true;
            }
            if (!firstReady.isDone() && !log.hasRoom()) {
                firstReady.completeExceptionally(StartProblem.fullDisk(part.name() + " cannot start", null));
            }
            if (System.nanoTime() - begun > part.startLimit().toNanos()) {
                firstReady.completeExceptionally(new StartProblem(
                        part.name() + " is not ready after " + part.startLimit().toSeconds() + " s",
                        "Read " + log.file()));
            }
            started.waitFor(PROBE_PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        }
        return false;
    }

    private void announceReady(Duration took) {
        ready = true;
        if (!firstReady.complete(null) && restarts > 0) {
            console.say(String.format(Locale.ROOT, "%s is back after %.1f s", part.name(), took.toMillis() / 1000.0));
        }
    }

    private void pause(Duration worked) throws InterruptedException {
        Duration wait = backOff.afterDeath(worked);
        if (!firstReady.isDone() && startIsHopeless()) {
            firstReady.completeExceptionally(hopeless());
            stopping = true;
            return;
        }
        restarts++;
        String line = part.name() + " ended unexpectedly (" + exit() + "): starting it again"
                + (wait.isZero() ? "" : String.format(Locale.ROOT, " in %.1f s", wait.toMillis() / 1000.0));
        console.say(backOff.isCrashLoop() ? line + "; it keeps ending, read " + log.file() : line);
        Thread.sleep(wait.toMillis());
    }

    private boolean startIsHopeless() {
        Process last = process;
        boolean misconfigured = last != null && !last.isAlive() && last.exitValue() == CONFIGURATION_ERROR;
        return misconfigured || backOff.quickDeaths() >= FIRST_START_ATTEMPTS;
    }

    private StartProblem hopeless() {
        IOException reason = neverRan;
        if (reason instanceof FileSystemException) {
            return StartProblem.unwritable("what " + part.name() + " needs", reason);
        }
        if (reason != null) {
            return new StartProblem(part.name() + " cannot be started (" + reason.getMessage() + ")",
                    "Read " + log.file(), reason);
        }
        if (log.tellsOfFullDisk()) {
            return StartProblem.fullDisk(part.name() + " cannot start", null);
        }
        return new StartProblem(part.name() + " does not start (" + exit() + ", \"" + log.lastWords() + "\")",
                "Read " + log.file());
    }

    private String exit() {
        Process last = process;
        if (last == null || last.isAlive()) {
            return "never ran";
        }
        int code = last.exitValue();
        return code > 128 ? "signal " + (code - 128) : "exit code " + code;
    }
}
