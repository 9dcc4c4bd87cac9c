package dev.smartdoctor.localstack.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {

    @TempDir
    Path folder;

    private final List<String> lines = new ArrayList<>();
    private RunFolder run;
    private Process process;

    @BeforeEach
    void leaveAProcessBehind() throws Exception {
        run = RunFolder.claim(folder.resolve("run"));
        process = new ProcessBuilder("sleep", "97").start();
    }

    @AfterEach
    void tidy() throws Exception {
        process.destroyForcibly();
        run.close();
    }

    @Test
    void endsAProcessThatPidFileStartTimeAndCommandLineAgreeOn() throws Exception {
        pidFile(startMillis(), "sleep 97");

        new Leftovers(run, lines::add).end(List.of("fake"));

        assertThat(process.isAlive()).isFalse();
        assertThat(lines).containsExactly("ending fake of an earlier run (process " + process.pid() + ")");
        assertThat(folder.resolve("run/fake.pid")).doesNotExist();
    }

    @Test
    void leavesAProcessAloneThatGotThePidLater() throws Exception {
        pidFile(startMillis() - 60_000, "sleep 97");

        new Leftovers(run, lines::add).end(List.of("fake"));

        assertThat(process.isAlive()).isTrue();
        assertThat(lines).isEmpty();
    }

    @Test
    void leavesAProcessAloneThatRunsSomethingElse() throws Exception {
        pidFile(startMillis(), "-D /somewhere/postgres");

        new Leftovers(run, lines::add).end(List.of("fake"));

        assertThat(process.isAlive()).isTrue();
    }

    @Test
    void survivesPidFilesThatMakeNoSense() throws Exception {
        Files.writeString(folder.resolve("run/a.pid"), "");
        Files.writeString(folder.resolve("run/b.pid"), "not a number at all");

        new Leftovers(run, lines::add).end(List.of("a", "b"));

        assertThat(lines).isEmpty();
    }

    @Test
    void refusesAFolderThatALivingStackHolds() {
        assertThatThrownBy(() -> RunFolder.claim(folder.resolve("run"))).isInstanceOf(StartProblem.class)
                .hasMessageContaining("already runs")
                .hasMessageContaining(Long.toString(ProcessHandle.current().pid()));
    }

    private long startMillis() {
        return process.info().startInstant().orElseThrow().toEpochMilli();
    }

    private void pidFile(long started, String mark) throws Exception {
        Files.writeString(folder.resolve("run/fake.pid"), process.pid() + " " + started + " " + mark + "\n");
    }
}
