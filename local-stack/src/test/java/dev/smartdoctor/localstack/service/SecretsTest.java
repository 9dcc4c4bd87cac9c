package dev.smartdoctor.localstack.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    Path folder;

    @Test
    void generatesOnceAndKeeps() {
        Path file = folder.resolve("secrets");
        String first = new Secrets(file).get("A");

        Secrets later = new Secrets(file);

        assertThat(later.get("A")).isEqualTo(first).hasSizeGreaterThanOrEqualTo(43);
        assertThat(later.get("B")).isNotEqualTo(first);
        assertThat(new Secrets(file).get("B")).isEqualTo(later.get("B"));
    }

    @Test
    void letsOnlyTheOwnerRead() throws Exception {
        Path file = folder.resolve("secrets");
        Secrets secrets = new Secrets(file);
        secrets.get("A");
        secrets.get("B");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThat(folder.toFile().list()).containsExactly("secrets");
    }
}
