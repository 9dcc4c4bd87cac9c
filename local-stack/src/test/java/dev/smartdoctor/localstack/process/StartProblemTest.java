package dev.smartdoctor.localstack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;

import org.junit.jupiter.api.Test;

class StartProblemTest {

    @Test
    void saysInWordsWhyNothingCanBeWritten() {
        assertThat(told(new AccessDeniedException("/data")))
                .startsWith("Cannot write /data (permission denied). Check");
        assertThat(told(new FileSystemException("/data", null, "Read-only file system")))
                .startsWith("Cannot write /data (read-only file system). Check");
        assertThat(told(new IOException("odd"))).startsWith("Cannot write /data (java.io.IOException: odd). Check");
    }

    @Test
    void tellsAFullDiskFromMissingRights() {
        assertThat(told(new FileSystemException("/data", null, "No space left on device")))
                .isEqualTo("The disk is full: cannot write /data. "
                        + "Free some space, or set LOCAL_DIR to a folder on another disk");
    }

    private static String told(Exception cause) {
        return StartProblem.unwritable("/data", cause).getMessage();
    }
}
