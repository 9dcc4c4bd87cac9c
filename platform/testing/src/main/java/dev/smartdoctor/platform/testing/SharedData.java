package dev.smartdoctor.platform.testing;

import java.nio.file.Files;
import java.nio.file.Path;

/** Test data that lies beside the repository, in {@code shared/testdata}; tests that need it are skipped without it. */
public final class SharedData {
    private SharedData() {
    }

    /** The folder of this name, whether or not it exists: {@code -Dshared.dir}, or beside the repository's root. */
    public static Path folder(String name) {
        String given = System.getProperty("shared.dir");
        if (given != null) {
            return Path.of(given, "testdata", name);
        }
        Path place = Path.of("").toAbsolutePath();
        while (place.getParent() != null && !Files.exists(place.resolve(".git"))) {
            place = place.getParent();
        }
        return place.resolveSibling("shared").resolve("testdata").resolve(name);
    }
}
