package dev.smartdoctor.system.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import dev.smartdoctor.system.suite.Suite;

/** What can be known of Compose's profile {@code monitoring} without an engine. */
class MonitoringTest {
    private static final List<String> SERVICES = List.of("auth-service", "appointment-service", "assistant-service",
            "notification-service", "gateway");
    private static final List<String> WATCHERS = List.of("prometheus", "alertmanager", "grafana");
    private static final int EX_CONFIG = 78;

    private final JsonNode compose = compose();

    @Test
    void everyPartIsScrapedAtItsManagementPort() throws IOException {
        String port = compose.at("/x-common/MANAGEMENT_PORT").asText();
        JsonNode job = Monitoring.yaml("prometheus/prometheus.yml").at("/scrape_configs/0");
        assertThat(texts(job.at("/static_configs/0/targets"))).containsExactlyInAnyOrderElementsOf(
                SERVICES.stream().map(service -> service + ":" + port).toList());
        assertThat(job.get("metrics_path").asText()).isEqualTo("/q/metrics");
    }

    @Test
    void theWatchersFindEachOther() throws IOException {
        JsonNode prometheus = Monitoring.yaml("prometheus/prometheus.yml");
        assertThat(prometheus.at("/alerting/alertmanagers/0/static_configs/0/targets/0").asText())
                .isEqualTo("alertmanager:9093");
        assertThat(Suite.root().resolve("monitoring/prometheus").resolve(prometheus.at("/rule_files/0").asText()))
                .exists();
        JsonNode source = Monitoring.yaml("grafana/provisioning/datasources/prometheus.yml").at("/datasources/0");
        assertThat(source.get("url").asText()).isEqualTo("http://prometheus:9090");
        assertThat(Monitoring.dashboard().findValuesAsText("uid")).contains(source.get("uid").asText())
                .containsOnly(source.get("uid").asText(), "smart-doctor");
        String folder = Monitoring.yaml("grafana/provisioning/dashboards/files.yml").at("/providers/0/options/path")
                .asText();
        assertThat(texts(compose.at("/services/grafana/volumes")))
                .contains("./monitoring/grafana/dashboards:" + folder + ":ro");
    }

    @Test
    void theWatchersRunInTheirProfileAloneAndMayDoLittle() {
        JsonNode any = compose.get("x-monitoring");
        assertThat(texts(any.get("profiles"))).containsExactly("monitoring");
        assertThat(any.get("read_only").asBoolean()).isTrue();
        assertThat(texts(any.get("cap_drop"))).containsExactly("ALL");
        assertThat(texts(any.get("security_opt"))).containsExactly("no-new-privileges:true");
        assertThat(any.get("mem_limit").asText()).isNotEmpty();
        compose.get("services").properties().forEach(service -> assertThat(
                service.getValue().path("<<").asText().equals("monitoring")).as(service.getKey())
                .isEqualTo(WATCHERS.contains(service.getKey())));
    }

    @ParameterizedTest
    @ValueSource(strings = { "prometheus", "alertmanager", "grafana" })
    void imagesNeverMoveAndWhatIsMountedIsThere(String watcher) {
        JsonNode service = compose.at("/services/" + watcher);
        assertThat(service.get("image").asText()).matches("\\w+/" + watcher + ":v?\\d+\\.\\d+\\.\\d+");
        assertThat(texts(service.get("ports"))).allMatch(port -> port.startsWith("127.0.0.1:"));
        for (String volume : texts(service.get("volumes"))) {
            String source = volume.substring(0, volume.indexOf(':'));
            if (source.startsWith("./")) {
                assertThat(Suite.root().resolve(source.substring(2))).isDirectory();
                assertThat(volume).endsWith(":ro");
            } else {
                assertThat(compose.get("volumes").has(source)).as(source).isTrue();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({ "none, false", "optional, true", "required, true" })
    void alertsGoByTheMailServerOfTheSuite(String tls, boolean encrypted) throws Exception {
        Map<String, String> settings = Map.of("SMTP_HOST", "smtp.example.org", "SMTP_PORT", "587", "SMTP_TLS", tls,
                "SMTP_USER", "clinic", "SMTP_PASSWORD", "it's \"$(odd)\": #1", "MAIL_FROM", "Clinic <a@example.org>",
                "ALERT_MAIL_TO", "b@example.org");
        assertThat(settings.keySet()).isEqualTo(Monitoring.YAML.convertValue(
                compose.at("/services/alertmanager/environment"), Map.class).keySet());
        Process shell = shell(settings, "sh", Suite.root().resolve("monitoring/alertmanager/config.sh").toString());
        JsonNode written = Monitoring.YAML.readTree(shell.getInputStream());
        assertThat(shell.waitFor()).isZero();
        assertThat(written.at("/global/smtp_smarthost").asText()).isEqualTo("smtp.example.org:587");
        assertThat(written.at("/global/smtp_auth_password").asText()).isEqualTo(settings.get("SMTP_PASSWORD"));
        assertThat(written.at("/global/smtp_require_tls").asBoolean()).isEqualTo(encrypted);
        assertThat(written.at("/receivers/0/email_configs/0/to").asText()).isEqualTo("b@example.org");
        assertThat(written.at("/receivers/0/name").asText()).isEqualTo(written.at("/route/receiver").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "changeme", "Please-change-me", "admin" })
    void grafanaDoesNotStartWithAPlaceholder(String password) throws Exception {
        Process shell = grafana(password);
        assertThat(new String(shell.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("GRAFANA_PASSWORD").doesNotContain("changeme");
        assertThat(shell.waitFor()).isEqualTo(EX_CONFIG);
    }

    @Test
    void grafanaStartsWithASecret() throws Exception {
        Process shell = grafana("5f1c9be07d6f4a2e");
        assertThat(new String(shell.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                .as("which is not on this machine").contains("/run.sh");
        assertThat(shell.waitFor()).isNotEqualTo(EX_CONFIG);
    }

    private Process grafana(String password) throws IOException {
        List<String> command = texts(compose.at("/services/grafana/entrypoint")).stream()
                .map(word -> word.replace("$$", "$")).toList();
        return shell(Map.of("GF_SECURITY_ADMIN_PASSWORD", password), command.toArray(String[]::new));
    }

    private static Process shell(Map<String, String> settings, String... command) throws IOException {
        ProcessBuilder shell = new ProcessBuilder(command);
        shell.environment().putAll(settings);
        return shell.start();
    }

    private static JsonNode compose() {
        try {
            return Monitoring.YAML.readTree(Suite.root().resolve("docker-compose.yml").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
