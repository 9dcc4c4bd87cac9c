package dev.smartdoctor.system.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

import dev.smartdoctor.system.suite.Suite;

/** Compose, Kubernetes and the examples agree with what the parts really read. */
class DeploymentTest {
    private static final List<String> SERVICES = List.of("auth-service", "appointment-service", "assistant-service",
            "notification-service", "gateway");
    private static final Pattern COMPOSE_VARIABLE = Pattern.compile("(?<!\\$)\\$\\{([A-Z][A-Z0-9_]*)");
    private static final Set<String> PLATFORM_OBJECTS = Set.of("Deployment", "Service", "ConfigMap",
            "PodDisruptionBudget",
            "NetworkPolicy", "Ingress", "Namespace");
    private static final ObjectMapper YAML = new ObjectMapper(
            new YAMLFactory().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION));

    @Test
    void everySettingThatIsReadIsExplained() {
        Set<String> missing = new TreeSet<>(Settings.read());
        missing.removeAll(Settings.documented());
        assertThat(missing).as("settings missing in .env.example").isEmpty();
    }

    @Test
    void theExampleHoldsNoSecret() {
        Pattern secret = Pattern.compile("^([A-Z0-9_]*(PASSWORD|SECRET|PEPPER|_KEY))=(.+)$", Pattern.MULTILINE);
        Matcher found = secret.matcher(Settings.text(Suite.root().resolve(".env.example")));
        while (found.find()) {
            assertThat(found.group(3)).as(found.group(1)).isEqualTo("changeme");
        }
    }

    @Test
    void composeGivesOnlySettingsThatAreExplained() {
        Set<String> used = new TreeSet<>();
        Matcher variable = COMPOSE_VARIABLE.matcher(Settings.text(Suite.root().resolve("docker-compose.yml")));
        while (variable.find()) {
            used.add(variable.group(1));
        }
        used.removeAll(Settings.documented());
        assertThat(used).as("variables of docker-compose.yml missing in .env.example").isEmpty();
    }

    @Test
    void composeStartsEveryPart() throws IOException {
        JsonNode services = YAML.readTree(Suite.root().resolve("docker-compose.yml").toFile()).get("services");
        for (String name : SERVICES) {
            assertThat(services.has(name)).as(name).isTrue();
            assertThat(services.get(name).get("build").asText()).isEqualTo(name);
            assertThat(Suite.root().resolve(name).resolve("Dockerfile")).exists();
        }
        assertThat(services.fieldNames()).toIterable().contains("postgres", "redis", "mailpit");
    }

    @ParameterizedTest
    @ValueSource(strings = { "base", "overlays/local", "overlays/production" })
    void kustomizeRendersWhatAClusterTakes(String folder) throws IOException, InterruptedException {
        assumeTrue(hasKubectl(), "kubectl is not installed");
        Set<String> deployments = new HashSet<>();
        for (JsonNode object : render(folder)) {
            assertThat(PLATFORM_OBJECTS).contains(object.get("kind").asText());
            if (object.get("kind").asText().equals("Deployment")
                    && SERVICES.contains(object.at("/metadata/name").asText())) {
                deployments.add(object.at("/metadata/name").asText());
                hasProbesOnTheManagementPort(object.at("/spec/template/spec/containers/0"));
                runsAsNobody(object.at("/spec/template/spec"));
            }
        }
        assertThat(deployments).containsExactlyInAnyOrderElementsOf(SERVICES);
    }

    @ParameterizedTest
    @ValueSource(strings = { "auth-service", "appointment-service", "assistant-service", "notification-service",
            "gateway" })
    void kubernetesGivesEachPartOnlySettingsThatExist(String part) throws IOException {
        Set<String> known = Settings.documented();
        try (MappingIterator<JsonNode> objects = YAML.readerFor(JsonNode.class)
                .readValues(Suite.root().resolve("k8s/base").resolve(part + ".yaml").toFile())) {
            JsonNode environment = objects.next().at("/spec/template/spec/containers/0/env");
            assertThat(environment).isNotEmpty();
            environment.forEach(entry -> assertThat(known).contains(entry.get("name").asText()));
        }
    }

    private static void hasProbesOnTheManagementPort(JsonNode container) {
        for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
            assertThat(container.at("/" + probe + "/httpGet/port").asText()).as(probe).isEqualTo("management");
        }
    }

    private static void runsAsNobody(JsonNode pod) {
        assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
        assertThat(pod.at("/containers/0/securityContext/readOnlyRootFilesystem").asBoolean()).isTrue();
        assertThat(pod.at("/automountServiceAccountToken").asBoolean(true)).isFalse();
    }

    private static List<JsonNode> render(String folder) throws IOException, InterruptedException {
        Path target = Files.createTempFile("kustomize", ".yaml");
        Process kubectl = new ProcessBuilder("kubectl", "kustomize",
                Suite.root().resolve("k8s").resolve(folder).toString())
                .redirectOutput(target.toFile()).start();
        String errors = new String(kubectl.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(kubectl.waitFor()).as(errors).isZero();
        List<JsonNode> objects = new ArrayList<>();
        try (MappingIterator<JsonNode> documents = YAML.readerFor(JsonNode.class).readValues(target.toFile())) {
            documents.forEachRemaining(objects::add);
        } finally {
            Files.delete(target);
        }
        return objects;
    }

    private static boolean hasKubectl() throws InterruptedException {
        try {
            return new ProcessBuilder("kubectl", "version", "--client").redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
