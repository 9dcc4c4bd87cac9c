package dev.smartdoctor.system.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import dev.smartdoctor.system.suite.Suite;

/** What a cluster would be given, looked at as its operator would. */
class KubernetesTest {
    private static final List<String> SERVICES = List.of("auth-service", "appointment-service", "assistant-service",
            "notification-service", "gateway");
    private static final Set<String> KINDS = Set.of("Deployment", "Service", "ConfigMap", "PodDisruptionBudget",
            "NetworkPolicy", "Ingress", "Namespace");
    /** Addresses of stores carry a password. */
    private static final Pattern SECRET = Pattern
            .compile("(PASSWORD|SECRET|PEPPER|KEY|SERVICE_CLIENTS|REDIS_URL|DATABASE_URL)$");
    private static final Pattern SHELL = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = { "base", "overlays/local", "overlays/production" })
    void kustomizeRendersWhatAClusterTakes(String overlay) throws Exception {
        Manifests manifests = Manifests.of(overlay);
        assertThat(manifests.all()).allSatisfy(object -> assertThat(KINDS).contains(object.get("kind").asText()));
        assertThat(manifests.kind("Deployment")).containsKeys(SERVICES.toArray(String[]::new));
        assertThat(manifests.kind("Service")).containsKeys(SERVICES.toArray(String[]::new));
        assertThat(manifests.kind("PodDisruptionBudget")).containsOnlyKeys(SERVICES);
    }

    @ParameterizedTest
    @ValueSource(strings = { "overlays/local", "overlays/production" })
    void everyPodIsProbedApartFromTrafficAndMayDoLittle(String overlay) throws Exception {
        Manifests.of(overlay).kind("Deployment").forEach((name, deployment) -> {
            JsonNode pod = deployment.at("/spec/template/spec");
            mayDoLittle(pod);
            if (SERVICES.contains(name)) {
                assertThat(pod.at("/containers/0/resources/requests/memory").asText()).isNotEmpty();
                assertThat(pod.at("/containers/0/resources/limits/memory").asText()).isNotEmpty();
                isProbed(pod.at("/containers/0"));
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = { "overlays/local", "overlays/production" })
    void eachPartGetsWhatItNeedsAndNothingUnknown(String overlay) throws Exception {
        Manifests manifests = Manifests.of(overlay);
        Set<String> shared = new TreeSet<>();
        manifests.settings().fieldNames().forEachRemaining(shared::add);
        for (String part : SERVICES) {
            Set<String> given = Manifests.environment(manifests.kind("Deployment").get(part))
                    .map(entry -> entry.get("name").asText())
                    .collect(Collectors.toCollection(() -> new TreeSet<>(shared)));
            assertThat(given).as(part).containsAll(Settings.required(part));
            assertThat(Settings.documented()).as(part).containsAll(given);
        }
    }

    /** A setting reaches every pod by the ConfigMap, whoever adds it there; a secret only a pod that names it. */
    @ParameterizedTest
    @ValueSource(strings = { "auth-service", "appointment-service", "assistant-service", "notification-service",
            "gateway" })
    void eachPartIsGivenEverySecretThatItReads(String part) throws Exception {
        JsonNode deployment = Manifests.of("base").kind("Deployment").get(part);
        assertThat(deployment.at("/spec/template/spec/containers/0/envFrom/0/configMapRef/name").asText())
                .startsWith("smart-doctor-settings");
        Set<String> secrets = Settings.readBy(part).stream().filter(name -> SECRET.matcher(name).find())
                .collect(Collectors.toCollection(TreeSet::new));
        // The role that reads and writes a database owns it; an overlay for another owner says so for itself.
        assertThat(secrets.remove("DATABASE_OWNER_PASSWORD")).isEqualTo(!part.equals("gateway"));
        if (part.equals("auth-service")) {
            // It gives the tokens, and asks nobody.
            secrets.remove("SERVICE_CLIENT_SECRET");
        }
        assertThat(Manifests.environment(deployment).filter(entry -> entry.has("valueFrom"))
                .map(entry -> entry.get("name").asText())).containsAll(secrets);
    }

    @ParameterizedTest
    @ValueSource(strings = { "base", "overlays/local", "overlays/production" })
    void theGatewayKnowsHowManyShareItsLimits(String overlay) throws Exception {
        Manifests manifests = Manifests.of(overlay);
        assertThat(manifests.settings().get("GATEWAY_REPLICAS").asInt())
                .isEqualTo(manifests.kind("Deployment").get("gateway").at("/spec/replicas").asInt());
    }

    @Test
    void productionRunsImagesOfOneRegistryThatNeverMove() throws Exception {
        Manifests.of("overlays/production").kind("Deployment").forEach((name, deployment) -> assertThat(
                deployment.at("/spec/template/spec/containers/0/image").asText())
                .matches("images\\.example\\.org/smart-doctor/" + name + ":\\d+\\.\\d+\\.\\d+"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "auth-service", "appointment-service", "assistant-service", "notification-service",
            "gateway" })
    void aPolicySaysWhoMayReachEachPart(String part) throws Exception {
        List<String> selected = new ArrayList<>();
        for (JsonNode policy : Manifests.of("base").kind("NetworkPolicy").values()) {
            JsonNode selector = policy.at("/spec/podSelector");
            selected.add(selector.at("/matchLabels").path("app.kubernetes.io/name").asText());
            Manifests.stream(selector.at("/matchExpressions/0/values")).map(JsonNode::asText).forEach(selected::add);
        }
        assertThat(selected).contains(part);
    }

    @Test
    void theReadmeMakesEverySecretThatThePodsAskFor() throws Exception {
        Matcher block = SHELL.matcher(Settings.text(Suite.root().resolve("k8s/README.md")));
        assertThat(block.find()).isTrue();
        Process shell = new ProcessBuilder("sh", "-ec", block.group(1)).directory(folder.toFile()).inheritIO().start();
        assertThat(shell.waitFor()).isZero();
        Set<String> made = Files.readAllLines(folder.resolve("secrets.env")).stream()
                .map(line -> line.substring(0, line.indexOf('='))).collect(Collectors.toCollection(TreeSet::new));

        Set<String> asked = Manifests.of("base").kind("Deployment").values().stream().flatMap(Manifests::environment)
                .map(entry -> entry.at("/valueFrom/secretKeyRef/key").asText()).filter(key -> !key.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(made).isEqualTo(asked);
    }

    private static void isProbed(JsonNode container) {
        for (String probe : List.of("startup", "liveness", "readiness")) {
            assertThat(container.at("/" + probe + "Probe/httpGet/port").asText()).as(probe).isEqualTo("management");
        }
    }

    private static void mayDoLittle(JsonNode pod) {
        assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
        assertThat(pod.at("/securityContext/runAsUser").asInt()).isEqualTo(10001);
        assertThat(pod.at("/securityContext/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
        assertThat(pod.at("/automountServiceAccountToken").asBoolean(true)).isFalse();
        JsonNode container = pod.at("/containers/0/securityContext");
        assertThat(container.get("readOnlyRootFilesystem").asBoolean()).isTrue();
        assertThat(container.get("allowPrivilegeEscalation").asBoolean(true)).isFalse();
        assertThat(container.at("/capabilities/drop/0").asText()).isEqualTo("ALL");
    }
}
