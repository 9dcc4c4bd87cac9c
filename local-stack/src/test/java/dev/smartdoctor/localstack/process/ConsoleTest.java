package dev.smartdoctor.localstack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

class ConsoleTest {

    /** Maven's own {@code System.out} threw at a Ctrl-C, the shutdown hook ended there, and every part went on running. */
    @Test
    void speaksAlthoughSystemOutThrows() throws Exception {
        Process speaker = new ProcessBuilder(Tools.java(), "-cp", System.getProperty("java.class.path"),
                Speaker.class.getName()).redirectErrorStream(true).start();

        assertThat(new String(speaker.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualToNormalizingNewlines("smart-doctor | stopping\n");
        assertThat(speaker.waitFor()).isZero();
    }

    static final class Speaker {

        private Speaker() {
        }

        public static void main(String[] arguments) {
            System.setOut(new PrintStream(OutputStream.nullOutputStream()) {
                @Override
                public void println(String line) {
                    throw new NumberFormatException("0m");
                }
            });
            Console.standardOutput().say("stopping");
        }
    }
}
