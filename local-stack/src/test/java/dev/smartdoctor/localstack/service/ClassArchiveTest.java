package dev.smartdoctor.localstack.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassArchiveTest {

    private static final String LISTING = "-XX:DumpLoadedClassList=";
    private static final String MAPPING = "-XX:SharedArchiveFile=";

    @TempDir
    Path target;

    private Path jar;

    @BeforeEach
    void build() throws IOException {
        jar = Files.createDirectories(target.resolve("quarkus-app")).resolve("quarkus-run.jar");
        Files.writeString(jar, "a package");
    }

    @Test
    void listsClassesUntilThereIsAnArchiveAndThenMapsIt() throws IOException {
        assertThat(new ClassArchive(jar).command()).as("nothing was listed yet").isEmpty();
        Files.writeString(file(LISTING), "one/Whole\ntwo/Whole\nhal");
        Optional<List<String>> command = new ClassArchive(jar).command();
        assertThat(command).isPresent();
        assertThat(Files.readAllLines(file(command.get(), "-XX:SharedClassListFile="))).containsExactly("one/Whole",
                "two/Whole");
        Files.writeString(file(command.get(), MAPPING), "an archive");
        assertThat(new ClassArchive(jar).flags()).as("an unfinished one is not mapped")
                .noneMatch(flag -> flag.startsWith(MAPPING));
        new ClassArchive(jar).accept();
        assertThat(file(MAPPING)).hasContent("an archive");
        assertThat(new ClassArchive(jar).command()).as("there is one already").isEmpty();
    }

    @Test
    void anotherPackageIsListedAnewAndItsPredecessorsArchiveIsGone() throws IOException {
        listsClassesUntilThereIsAnArchiveAndThenMapsIt();
        Path former = file(MAPPING);
        Files.setLastModifiedTime(jar, FileTime.fromMillis(1));
        assertThat(new ClassArchive(jar).flags()).anyMatch(flag -> flag.startsWith(LISTING))
                .noneMatch(flag -> flag.startsWith(MAPPING));
        assertThat(former).doesNotExist();
    }

    private Path file(String flag) throws IOException {
        return file(new ClassArchive(jar).flags(), flag);
    }

    private static Path file(List<String> command, String flag) {
        return Path.of(command.stream().filter(each -> each.startsWith(flag)).findFirst().orElseThrow()
                .substring(flag.length()));
    }
}
