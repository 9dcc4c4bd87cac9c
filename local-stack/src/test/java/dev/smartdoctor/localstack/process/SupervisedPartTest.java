package dev.smartdoctor.localstack.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisedPartTest {

    @TempDir
    Path folder;

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private RunFolder run;
    private SupervisedPart part;

    @BeforeEach
    void claim() throws Exception {
        run = RunFolder.claim(folder.resolve("run"));
    }

    @AfterEach
    void stop() throws Exception {
        if (part != null) {
            part.stop();
        }
        run.close();
    }

    @Test
    void startsAPartThatDiesAgainAndSaysSo() throws Exception {
        FakePart fake = supervise("touch ready; exec sleep 60");
        part.start().join();
        long first = part.pid().getAsLong();

        ProcessHandle.of(first).orElseThrow().destroyForcibly();

        await().atMost(Duration.ofSeconds(5)).until(() -> part.isReady() && part.pid().getAsLong() != first);
        assertThat(fake.starts()).isEqualTo(2);
        assertThat(lines).anyMatch(line -> line.contains("fake ended unexpectedly (signal 9)"))
                .anyMatch(line -> line.contains("fake is back"));
    }

    @Test
    void failsTheFirstStartWithTheLastWordsAndTheLog() {
        supervise("echo the port is cursed; exit 3");

        assertThatThrownBy(() -> part.start().join()).isInstanceOf(CompletionException.class)
                .cause().isInstanceOf(StartProblem.class).hasMessageContaining("exit code 3")
                .hasMessageContaining("the port is cursed").hasMessageContaining("fake.log");
    }

    @Test
    void doesNotRepeatAStartThatASettingForbids() {
        FakePart fake = supervise("echo DATABASE_URL is not set; exit 78");

        assertThatThrownBy(() -> part.start().join()).hasMessageContaining("DATABASE_URL is not set");
        assertThat(fake.starts()).isEqualTo(1);
    }

    @Test
    void saysThatTheDiskIsFull() {
        supervise("echo write failed: No space left on device; exit 1");

        assertThatThrownBy(() -> part.start().join()).hasMessageContaining("The disk is full")
                .hasMessageContaining("LOCAL_DIR");
    }

    @Test
    void saysWhatKeptAPartFromRunning() throws Exception {
        supervise("exit 0");
        Files.createDirectories(folder.resolve("ready/of-somebody-else"));

        assertThatThrownBy(() -> part.start().join()).cause().isInstanceOf(StartProblem.class)
                .hasMessageContaining("Cannot write what fake needs").hasMessageContaining("LOCAL_DIR");
    }

    @Test
    void saysThatTheDiskIsFullWhereAToolOfThePartTellsIt() throws Exception {
        PartLog log = new PartLog(folder.resolve("logs"), "fake");
        log.rotate();
        Launch tool = new Launch(List.of("sh", "-c", "echo cannot write: No space left on device; exit 1"),
                Map.of("PATH", System.getenv("PATH")), folder);

        assertThatThrownBy(() -> Tools.run("initdb", tool, log)).isInstanceOf(StartProblem.class)
                .hasMessage("The disk is full: initdb failed. "
                        + "Free some space, or set LOCAL_DIR to a folder on another disk");
    }

    @Test
    void namesTheLogOfACrashLoopAndWaitsLonger() throws Exception {
        supervise("touch ready; sleep 0.2; exit 5");
        part.start().join();

        await().atMost(Duration.ofSeconds(20))
                .until(() -> lines.stream().anyMatch(line -> line.contains("it keeps ending, read ")));
        assertThat(lines).anyMatch(line -> line.contains("in 0.5 s"));
    }

    @Test
    void killsAPartThatDoesNotEndAndStartsItNoMore() throws Exception {
        FakePart fake = supervise("trap '' TERM; touch ready; while :; do sleep 1; done");
        part.start().join();
        ProcessHandle process = ProcessHandle.of(part.pid().getAsLong()).orElseThrow();

        part.stop();

        assertThat(process.isAlive()).isFalse();
        assertThat(lines).anyMatch(line -> line.contains("does not end by itself"));
        assertThat(fake.starts()).isEqualTo(1);
        assertThat(folder.resolve("run/fake.pid")).doesNotExist();
    }

    @Test
    void keepsTheLogsOfTheLastRuns() throws Exception {
        PartLog log = new PartLog(folder.resolve("logs"), "fake");
        for (int i = 1; i <= 5; i++) {
            log.rotate();
            Files.writeString(log.file(), "run " + i);
        }

        assertThat(log.file()).hasContent("run 5");
        assertThat(folder.resolve("logs/fake.log.1")).hasContent("run 4");
        assertThat(folder.resolve("logs/fake.log.3")).hasContent("run 2");
        assertThat(folder.resolve("logs/fake.log.4")).doesNotExist();
    }

    private FakePart supervise(String script) {
        FakePart fake = new FakePart(folder, script);
        PartLog log = new PartLog(folder.resolve("logs"), "fake");
        try {
            log.rotate();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        part = new SupervisedPart(fake, run, log, lines::add);
        return fake;
    }
}
