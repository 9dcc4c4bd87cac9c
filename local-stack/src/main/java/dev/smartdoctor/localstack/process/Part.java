package dev.smartdoctor.localstack.process;

import java.io.IOException;
import java.time.Duration;

/** A process of the stack, as its supervisor sees it. */
public interface Part {

    /** The short name: of the log, of the pid file, of the line that tells of a restart. */
    String name();

    /** An argument, or a piece of one, which only this part of this stack has in its command line. */
    String mark();

    Launch launch() throws IOException;

    /** Puts in order what a killed process left behind; called before each start. */
    default void prepare() throws IOException {
        // most parts leave nothing behind
    }

    /** Whether the part does its work now; asked often, so it must be cheap and must not throw. */
    boolean ready();

    /** How long the first start may take. */
    default Duration startLimit() {
        return Duration.ofSeconds(90);
    }

    /** How long the part may take to end by itself before it is killed. */
    default Duration stopLimit() {
        return Duration.ofSeconds(15);
    }

    /** Asks the process to end in good order. */
    default void askToEnd(ProcessHandle process) {
        process.destroy();
    }
}
