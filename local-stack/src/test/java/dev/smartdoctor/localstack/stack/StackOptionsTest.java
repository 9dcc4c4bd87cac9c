package dev.smartdoctor.localstack.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.smartdoctor.localstack.process.StartProblem;
import dev.smartdoctor.localstack.service.Secrets;
import dev.smartdoctor.localstack.service.Service;
import dev.smartdoctor.localstack.service.ServiceSettings;

class StackOptionsTest {

    @TempDir
    Path folder;

    @Test
    void everyPortAndFolderCanBeSetByEnvironmentOrProperty() {
        Properties properties = new Properties();
        properties.setProperty("GATEWAY_PORT", "18080");
        properties.setProperty("fresh", "");

        StackOptions options = StackOptions.of(
                Map.of("GATEWAY_PORT", "1", "REDIS_PORT", "26379", "LOCAL_DIR", folder.toString(), "MAILBOX_DIR",
                        folder.resolve("mails").toString()),
                properties);

        assertThat(options.port(Port.GATEWAY)).isEqualTo(18080);
        assertThat(options.port(Port.REDIS)).isEqualTo(26379);
        assertThat(options.port(Port.POSTGRES)).isEqualTo(15432);
        assertThat(options.folders().home()).isEqualTo(folder);
        assertThat(options.folders().mailbox()).isEqualTo(folder.resolve("mails"));
        assertThat(options.fresh()).isTrue();
        assertThat(options.address()).hasToString("http://localhost:18080");
    }

    /** Systems give outgoing connections ports from 32768 on: one of those could take a part's port while it starts again. */
    @Test
    void testsGetDifferentPortsBelowThoseOfOutgoingConnections() {
        StackOptions options = StackOptions.isolated(folder, folder.resolve("home"), folder.resolve("cache"));

        assertThat(options.ports().values()).doesNotHaveDuplicates().hasSize(Port.values().length)
                .allSatisfy(port -> assertThat(port).isBetween(20_000, 31_999));
    }

    @Test
    void namesASettingThatIsNoPort() {
        assertThatThrownBy(() -> StackOptions.of(Map.of("REDIS_PORT", "tcp://10.0.0.1:6379"), new Properties()))
                .isInstanceOf(StartProblem.class).hasMessageContaining("REDIS_PORT is not a port");
    }

    @Test
    void bothNamesOfThisMachineAreOursToSignInFrom() {
        StackOptions options = StackOptions.of(Map.of("GATEWAY_PORT", "18080", "LOCAL_DIR", folder.toString()),
                new Properties());
        ServiceSettings settings = new ServiceSettings(options, new Secrets(folder.resolve("secrets")));

        for (Service service : new Service[]{ Service.AUTH, Service.GATEWAY }) {
            assertThat(settings.of(service)).containsEntry("PUBLIC_URL", "http://localhost:18080")
                    .containsEntry("CORS_ORIGINS", "http://localhost:18080,http://127.0.0.1:18080");
        }
    }

    @Test
    void settingsOfThePersonReachTheServicesAndOnesOfTheStackStay() {
        StackOptions options = StackOptions.of(Map.of("LLM_PROVIDER", "ollama", "RATE_LIMIT_PER_MINUTE", "120",
                "DATABASE_URL", "postgresql://elsewhere/x", "SMTP_HOST", "mail.example.org", "MAVEN_OPTS", "-Xmx1g",
                "LOCAL_DIR", folder.toString()), new Properties());
        ServiceSettings settings = new ServiceSettings(options, new Secrets(folder.resolve("secrets")));

        Map<String, String> auth = settings.of(Service.AUTH);

        assertThat(auth).containsEntry("LLM_PROVIDER", "ollama").containsEntry("RATE_LIMIT_PER_MINUTE", "120")
                .containsEntry("SMTP_HOST", "mail.example.org").doesNotContainKey("MAVEN_OPTS")
                .containsEntry("DATABASE_URL", "postgresql://localhost:15432/auth").containsEntry("HTTP_PORT", "8081")
                .containsEntry("MANAGEMENT_PORT", "9081")
                .containsEntry("APPOINTMENT_SERVICE_URL", "http://localhost:8082");
        assertThat(auth.get("SERVICE_CLIENTS"))
                .contains("gateway:" + settings.of(Service.GATEWAY).get("SERVICE_CLIENT_SECRET"));
        assertThat(settings.of(Service.GATEWAY)).doesNotContainKey("SERVICE_CLIENTS").containsKey("AUTH_SERVICE_URL")
                .containsEntry("REDIS_URL", "redis://localhost:16379");
    }
}
