package dev.smartdoctor.localstack.process;

/** Where the stack says what happens, one line at a time; a test listens here too. */
@FunctionalInterface
public interface Console {

    void say(String line);

    /** Lines on standard output, marked so that they stand out between those of the build. */
    static Console standardOutput() {
        return line -> {
            System.out.println("smart-doctor | " + line);
            System.out.flush();
        };
    }
}
