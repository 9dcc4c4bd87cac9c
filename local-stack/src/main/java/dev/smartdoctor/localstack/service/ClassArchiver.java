package dev.smartdoctor.localstack.service;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.smartdoctor.localstack.process.Leftovers;
import dev.smartdoctor.localstack.process.Tools;
import dev.smartdoctor.localstack.stack.StackOptions;

/**
 * Makes the class archives that are missing, one after the other, while the stack runs, with processor time that nobody
 * else wants. An archive that cannot be made costs the next start some seconds and nothing else, so it is only mentioned.
 */
public final class ClassArchiver implements AutoCloseable {

    /** By then the first requests have loaded their classes too. */
    private static final Duration DELAY = Duration.ofSeconds(15);

    private final StackOptions options;
    private final Thread thread = new Thread(this::run, "class-archiver");

    private Process process;
    private boolean closed;

    public ClassArchiver(StackOptions options) {
        this.options = options;
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    private void run() {
        try {
            Thread.sleep(DELAY.toMillis());
            for (Service service : Service.values()) {
                make(service);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            options.console().say("no class archive, the next start takes longer: " + e.getMessage());
        }
    }

    private void make(Service service) throws IOException, InterruptedException {
        ClassArchive archive = new ClassArchive(options.folders().cache(), service, service.jar(options.root()));
        Optional<List<String>> command = archive.command();
        if (command.isEmpty() || !begin(command.get())) {
            return;
        }
        if (process.waitFor() == 0) {
            archive.accept();
        } else {
            archive.discard();
        }
    }

    private synchronized boolean begin(List<String> command) throws IOException {
        if (closed) {
            return false;
        }
        ProcessBuilder builder = new ProcessBuilder(Tools.ownSession(atLowestPriority(command)))
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        process = builder.start();
        return true;
    }

    private static List<String> atLowestPriority(List<String> command) {
        List<String> idle = new ArrayList<>();
        if (Tools.onPath("chrt").isPresent()) {
            idle.addAll(List.of("chrt", "--idle", "0"));
        } else if (Tools.onPath("nice").isPresent()) {
            idle.addAll(List.of("nice", "-n", "19"));
        }
        idle.addAll(command);
        return idle;
    }

    @Override
    public void close() {
        Process current;
        synchronized (this) {
            closed = true;
            current = process;
        }
        thread.interrupt();
        if (current != null && current.isAlive()) {
            current.destroyForcibly();
            Leftovers.gone(current.toHandle(), Duration.ofSeconds(5));
        }
    }
}
