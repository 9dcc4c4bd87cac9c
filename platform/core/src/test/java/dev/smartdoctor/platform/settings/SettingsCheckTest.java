package dev.smartdoctor.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsCheckTest {
    private static final String GOOD = "q8Zk2-vT1mWf9sXbR4uL";

    @TempDir
    Path folder;

    @Test
    void acceptsGoodSettings() {
        assertThat(check(Map.of("DATABASE_URL", "postgresql://db/x", "DATABASE_PASSWORD", GOOD))).isNull();
    }

    @Test
    void namesWhatIsMissingInOneLine() {
        String line = check(Map.of());
        assertThat(line).startsWith("auth-service does not start: ")
                .contains("DATABASE_URL is not set", "DATABASE_PASSWORD is not set").doesNotContain("\n");
        assertThat(check(Map.of("DATABASE_URL", "  ", "DATABASE_PASSWORD", GOOD))).contains("DATABASE_URL is not set");
    }

    @ParameterizedTest
    @ValueSource(strings = { "changeme", "change-me-change-me-change-me",
            "CHANGE_THIS_TO_A_LONG_RANDOM_VALUE_OF_40_CHARS",
            "your-secret-key-here-at-least-32-characters", "example-secret-of-the-documentation",
            "<your secret here ....>",
            "xxxxxxxxxxxxxxxxxxxxxxxx", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "password123",
            "replace-with-a-random-value-please",
            "please-changeit-before-production" })
    void refusesPlaceholdersWithoutRepeatingThem(String value) {
        assertThat(check(Map.of("DATABASE_URL", "postgresql://db/x", "DATABASE_PASSWORD", value)))
                .contains("DATABASE_PASSWORD is a placeholder").doesNotContain(value);
    }

    @Test
    void refusesShortSecretsWithoutRepeatingThem() {
        assertThat(check(Map.of("DATABASE_URL", "postgresql://db/x", "DATABASE_PASSWORD", "q8Zk2vT1mW")))
                .contains("DATABASE_PASSWORD is shorter than 16 characters").doesNotContain("q8Zk2vT1mW");
    }

    @Test
    void takesSecretsFromFiles() throws IOException {
        Path secret = Files.writeString(folder.resolve("password"), GOOD + "\n");
        assertThat(check(Map.of("DATABASE_URL", "postgresql://db/x", "DATABASE_PASSWORD_FILE", secret.toString())))
                .isNull();
        Files.writeString(secret, "changeme");
        assertThat(check(Map.of("DATABASE_URL", "postgresql://db/x", "DATABASE_PASSWORD_FILE", secret.toString())))
                .contains("DATABASE_PASSWORD is a placeholder");
    }

    @Test
    void readsFilesWithoutTheirLastLineBreak() throws IOException {
        Path secret = Files.writeString(folder.resolve("password"), GOOD + "\n");
        SecretFiles files = new SecretFiles(Map.of("SMTP_PASSWORD_FILE", secret.toString(), "OTHER_FILE", "/nowhere"));
        assertThat(files.getValue("SMTP_PASSWORD")).isEqualTo(GOOD);
        assertThat(files.getPropertyNames()).containsExactly("SMTP_PASSWORD");
    }

    @Test
    void refusesByAnyOtherCondition() {
        SettingsCheck check = SettingsCheck.forService("gateway", production(Map.of("CORS_ORIGINS", "*")))
                .refuse("CORS_ORIGINS", "*"::equals, "must name origins");
        assertThat(check.firstFault().orElseThrow()).contains("CORS_ORIGINS must name origins");
    }

    @ParameterizedTest
    @ValueSource(strings = { "redis://redis:6379", "redis://:q8Zk2vT1mWf9sXbR@redis:6379/1",
            "rediss://user:q8Zk%2FvT1mWf9sXbR@redis", "redis://one:6379,redis://two:6379", "unix:///run/redis" })
    void acceptsAddresses(String value) {
        assertThat(address(value)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = { "redis:6379", "redis", "redis://:q8Zk/2vT1mWf9sXbR@redis:6379", "redis://:q8 Zk@redis" })
    void refusesWhatIsNoAddressWithoutRepeatingIt(String value) {
        assertThat(address(value)).contains("REDIS_URL is not an address").doesNotContain(value);
    }

    @Test
    void refusesPlaceholdersInsideAddresses() {
        assertThat(address("redis://:changeme@redis:6379")).contains("REDIS_URL has a placeholder for a password");
        assertThat(address("")).contains("REDIS_URL is not set");
    }

    @Test
    void refusesKeysOfAnotherLength() {
        assertThat(key("MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=")).isNull();
        assertThat(key("0123456789abcdef".repeat(4))).contains("CLINICAL_TEXT_KEY is not 32 bytes in base64")
                .contains("openssl rand -base64 32").doesNotContain("0123");
        assertThat(key("no-base64-at-all-but-long-enough")).contains("CLINICAL_TEXT_KEY is not 32 bytes in base64");
        assertThat(key("changeme")).contains("CLINICAL_TEXT_KEY is a placeholder").doesNotContain("base64");
        assertThat(key("")).contains("CLINICAL_TEXT_KEY is not set");
    }

    @Test
    void mindsPlaceholdersWhereASecretMayBeAbsent() {
        assertThat(SettingsCheck.forService("x", production(Map.of())).noPlaceholder("LLM_API_KEY").firstFault())
                .isEmpty();
        assertThat(SettingsCheck.forService("x", production(Map.of("LLM_API_KEY", "your-api-key")))
                .noPlaceholder("LLM_API_KEY").firstFault()).isPresent();
    }

    @Test
    void leavesDevelopmentAlone() {
        assertThat(SettingsCheck.forService("x", Map.of("QUARKUS_PROFILE", "dev")).required("HTTP_PORT").firstFault())
                .isEmpty();
        assertThat(SettingsCheck.forService("x", Map.of("QUARKUS_PROFILE", "local")).required("HTTP_PORT").firstFault())
                .isPresent();
    }

    private static String check(Map<String, String> environment) {
        return SettingsCheck.forService("auth-service", production(environment))
                .required("DATABASE_URL").secret("DATABASE_PASSWORD").firstFault().orElse(null);
    }

    private static String address(String value) {
        return SettingsCheck.forService("x", production(Map.of("REDIS_URL", value))).address("REDIS_URL").firstFault()
                .orElse(null);
    }

    private static String key(String value) {
        return SettingsCheck.forService("x", production(Map.of("CLINICAL_TEXT_KEY", value)))
                .key(32, "CLINICAL_TEXT_KEY").firstFault().orElse(null);
    }

    private static Map<String, String> production(Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("QUARKUS_PROFILE", "prod");
        return all;
    }
}
