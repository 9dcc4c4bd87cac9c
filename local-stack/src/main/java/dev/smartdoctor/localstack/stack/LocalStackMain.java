package dev.smartdoctor.localstack.stack;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;

import dev.smartdoctor.localstack.process.Console;
import dev.smartdoctor.localstack.process.StartProblem;
import dev.smartdoctor.localstack.service.ClassArchiver;

/** Runs the stack in the foreground until SIGINT or SIGTERM. */
public final class LocalStackMain {

    private static final int FAILED = 1;

    private static volatile boolean stopRequested;

    private LocalStackMain() {
    }

    public static void main(String[] arguments) throws InterruptedException {
        if (Arrays.asList(arguments).contains("--help")) {
            System.out.println(Help.text());
            return;
        }
        try {
            run(StackOptions.of(System.getenv(), System.getProperties()));
        } catch (StartProblem e) {
            end(e.getMessage());
        } catch (RuntimeException e) {
            e.printStackTrace();
            end(e + ". This was not foreseen: please report it with the lines above");
        }
    }

    /** Ends Maven with us, so that this line is the last one on the screen. */
    private static void end(String problem) {
        System.err.println("\nSmart Doctor does not start: " + problem);
        System.exit(FAILED);
    }

    private static void run(StackOptions options) throws InterruptedException {
        LocalStack stack = LocalStack.prepare(options);
        ClassArchiver archiver = new ClassArchiver(options.root(), options.console());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stack, archiver), "stop-stack"));
        options.console().say("starting; the first start after a build takes longest");
        try {
            stack.startParts();
        } catch (RuntimeException e) {
            if (stopRequested) {
                Thread.interrupted();
                new CountDownLatch(1).await(); // the shutdown hook ends the process
            }
            throw e;
        }
        Duration took = Duration.ofMillis(
                System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime());
        Console.ownOutput().print(new StartReport(stack).text(took));
        archiver.start();
        new CountDownLatch(1).await();
    }

    private static void stop(LocalStack stack, ClassArchiver archiver) {
        stopRequested = true;
        archiver.close();
        if (!stack.isClosed()) {
            stack.options().console().say("stopping");
            stack.close();
            stack.options().console().say("stopped");
        }
    }
}
