package dev.smartdoctor.auth.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyFilesTest {
    @TempDir
    Path temporary;
    private Path folder;
    private KeyFiles files;

    @BeforeEach
    void generate() throws IOException {
        folder = temporary.resolve("keys");
        files = new KeyFiles(folder);
        files.generate();
    }

    @Test
    void generatesTwoKeysThatOnlyTheOwnerReads() throws IOException {
        KeyRing ring = files.load();

        assertThat(ring.byId()).hasSize(2);
        assertThat(ring.previous()).isEmpty();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("current.pem"))))
                .isEqualTo("rw-------");
    }

    @Test
    void keySetHoldsNothingPrivate() throws IOException {
        assertThat(files.load().keySet().keys()).allSatisfy(key -> {
            assertThat(key.kty()).isEqualTo("EC");
            assertThat(key.alg()).isEqualTo("ES256");
        });
    }

    @Test
    void neverOverwritesKeys() {
        assertThatThrownBy(files::generate).isInstanceOf(UnusableKeys.class).hasMessageContaining("exists already");
    }

    @Test
    void rotationMovesEachKeyOneStepOn() throws IOException {
        KeyRing before = files.load();

        files.rotate(inElevenMinutes());

        KeyRing after = files.load();
        assertThat(after.current().id()).isEqualTo(before.next().id());
        assertThat(after.previous().orElseThrow().id()).isEqualTo(before.current().id());
        assertThat(after.next().id()).isNotIn(before.byId().keySet());
    }

    @Test
    void refusesToUseAKeyThatNobodyCanKnowYet() {
        assertThatThrownBy(() -> files.rotate(Clock.systemUTC())).isInstanceOf(UnusableKeys.class)
                .hasMessageContaining("ten minutes");
    }

    @Test
    void refusesTheSameKeyTwice() throws IOException {
        Files.copy(folder.resolve("current.pem"), folder.resolve("previous.pem"));
        assertThatThrownBy(files::check).isInstanceOf(UnusableKeys.class).hasMessageContaining("same key");
    }

    @Test
    void refusesWhatIsNoKey() throws IOException {
        Files.writeString(folder.resolve("current.pem"), "changeme-changeme-changeme-changeme");
        assertThatThrownBy(files::check).isInstanceOf(UnusableKeys.class).hasMessageContaining("current.pem")
                .hasMessageNotContaining("changeme");
    }

    @ParameterizedTest
    @CsvSource({ "EC, secp384r1", "EC, secp521r1", "RSA, ", "Ed25519, " })
    void refusesEveryOtherKindOfKey(String algorithm, String curve) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        if (curve != null) {
            generator.initialize(new ECGenParameterSpec(curve));
        }
        KeyPair pair = generator.generateKeyPair();
        Files.writeString(folder.resolve("current.pem"), block("PRIVATE KEY", pair.getPrivate())
                + block("PUBLIC KEY", pair.getPublic()));
        assertThatThrownBy(files::check).isInstanceOf(UnusableKeys.class).hasMessageContaining("P-256");
    }

    @Test
    void refusesASharedSecretInPlaceOfAPair() throws IOException {
        String secret = Base64.getEncoder().encodeToString("a shared secret of thirty-two bytes".getBytes(UTF_8));
        Files.writeString(folder.resolve("current.pem"), "-----BEGIN PRIVATE KEY-----\n" + secret
                + "\n-----END PRIVATE KEY-----\n");
        assertThatThrownBy(files::check).isInstanceOf(UnusableKeys.class).hasMessageNotContaining(secret);
    }

    @Test
    void refusesHalvesThatDoNotBelongTogether() throws IOException {
        String current = Files.readString(folder.resolve("current.pem"));
        String next = Files.readString(folder.resolve("next.pem"));
        String mixed = current.substring(0, current.indexOf("-----BEGIN PUBLIC"))
                + next.substring(next.indexOf("-----BEGIN PUBLIC"));
        Files.writeString(folder.resolve("current.pem"), mixed);
        assertThatThrownBy(files::check).isInstanceOf(UnusableKeys.class);
    }

    @Test
    void refusesAFolderWithoutKeys() {
        assertThatThrownBy(() -> new KeyFiles(temporary.resolve("nowhere")).check()).isInstanceOf(UnusableKeys.class)
                .hasMessageContaining("generate-keys");
    }

    private static String block(String type, Key key) {
        return "-----BEGIN " + type + "-----\n" + Base64.getMimeEncoder().encodeToString(key.getEncoded())
                + "\n-----END " + type + "-----\n";
    }

    private static Clock inElevenMinutes() {
        return Clock.offset(Clock.systemUTC(), Duration.ofMinutes(11));
    }
}
