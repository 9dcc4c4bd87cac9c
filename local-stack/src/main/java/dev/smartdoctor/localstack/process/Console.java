package dev.smartdoctor.localstack.process;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;

/** Where the stack says what happens, one line at a time; a test listens here too. */
@FunctionalInterface
public interface Console {

    void say(String line);

    /** Lines on standard output, marked so that they stand out between those of the build. */
    static Console standardOutput() {
        PrintStream output = ownOutput();
        return line -> output.println("smart-doctor | " + line);
    }

    /**
     * This process's standard output past {@link System#out}. Maven's translates colours and throws when two threads write at
     * once, as at Ctrl-C, when Maven resets the colours: what stops the parts must not end there. This one never throws.
     */
    static PrintStream ownOutput() {
        return new PrintStream(new FileOutputStream(FileDescriptor.out), true);
    }
}
