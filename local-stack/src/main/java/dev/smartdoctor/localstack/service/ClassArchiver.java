package dev.smartdoctor.localstack.service;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import dev.smartdoctor.localstack.process.Console;
import dev.smartdoctor.localstack.process.Leftovers;
import dev.smartdoctor.localstack.process.Tools;

/**
 * Makes the class archives that are missing, two at a time, with processor time that others hardly miss: behind a running
 * stack, or as the last step of a build. An archive that cannot be made costs the next start some seconds and nothing else,
 * so it is only mentioned.
 */
public final class ClassArchiver implements AutoCloseable {

    /** By then the first requests have loaded their classes too. */
    private static final Duration DELAY = Duration.ofSeconds(10);
    private static final Duration END_WITHIN = Duration.ofSeconds(5);

    private final Path root;
    private final Console console;
    private final Thread thread = new Thread(this::runBehind, "class-archiver-start");
    private final List<Process> processes = new ArrayList<>();

    private boolean closed;

    public ClassArchiver(Path root, Console console) {
        this.root = root;
        this.console = console;
        thread.setDaemon(true);
    }

    /** Makes the archives of a build whose tests have run the suite, and so have listed its classes. */
    public static void main(String[] arguments) {
        new ClassArchiver(Path.of(System.getProperty("smartdoctor.root")), Console.standardOutput()).makeAll();
    }

    public void start() {
        thread.start();
    }

    private void runBehind() {
        try {
            Thread.sleep(DELAY.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return; // closed before it began
        }
        makeAll();
    }

    private void makeAll() {
        ExecutorService two = Executors.newFixedThreadPool(2, work -> {
            Thread worker = new Thread(work, "class-archiver");
            worker.setDaemon(true);
            return worker;
        });
        CompletableFuture.allOf(Arrays.stream(Service.values())
                .map(service -> CompletableFuture.runAsync(() -> make(service), two))
                .toArray(CompletableFuture<?>[]::new)).join();
        two.shutdown();
    }

    private void make(Service service) {
        try {
            make(new ClassArchive(service.jar(root)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            console.say("no class archive, the next start takes longer: " + e.getMessage());
        }
    }

    private void make(ClassArchive archive) throws IOException, InterruptedException {
        Optional<List<String>> command = archive.command();
        if (command.isEmpty()) {
            return;
        }
        Optional<Process> process = begin(command.get());
        if (process.isPresent() && process.get().waitFor() == 0) {
            archive.accept();
        } else {
            archive.discard();
        }
    }

    private synchronized Optional<Process> begin(List<String> command) throws IOException {
        if (closed) {
            return Optional.empty();
        }
        Process process = new ProcessBuilder(Tools.ownSession(atLowPriority(command))).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        processes.add(process);
        return Optional.of(process);
    }

    private static List<String> atLowPriority(List<String> command) {
        List<String> low = new ArrayList<>();
        if (Tools.onPath("nice").isPresent()) {
            low.addAll(List.of("nice", "-n", "19"));
        }
        low.addAll(command);
        return low;
    }

    @Override
    public void close() {
        List<Process> started;
        synchronized (this) {
            closed = true;
            started = List.copyOf(processes);
        }
        thread.interrupt();
        for (Process process : started) {
            if (process.isAlive()) {
                process.destroyForcibly();
                Leftovers.gone(process.toHandle(), END_WITHIN);
            }
        }
    }
}
