package dev.smartdoctor.system.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

import dev.smartdoctor.system.suite.Suite;

/** The images, Compose and the examples agree with what the parts really read. */
class DeploymentTest {
    private static final List<String> SERVICES = List.of("auth-service", "appointment-service", "assistant-service",
            "notification-service", "gateway");
    private static final Pattern COMPOSE_VARIABLE = Pattern.compile("(?<!\\$)\\$\\{([A-Z][A-Z0-9_]*)");
    /** With the reason why. */
    private static final Map<String, String> UNSAID_IN_COMPOSE = Map.of(
            "DATABASE_OWNER_USER", "who reads and writes a database there owns it too",
            "DATABASE_OWNER_PASSWORD", "as DATABASE_OWNER_USER",
            "MIGRATE_AT_START", "of each service one container runs, which migrates for itself",
            "HTTP_HOST", "a container's own network: it listens to all of it",
            "GATEWAY_REPLICAS", "one gateway has the published port",
            "TLS_CERT_FILE", "needs an override file that mounts the certificate",
            "TLS_KEY_FILE", "as TLS_CERT_FILE",
            "HTTPS_PORT", "as TLS_CERT_FILE",
            "SERVICE_CLIENT_SECRET", "of auth-service alone: it gives the tokens and asks nobody");
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

    /** A file for each service, as whoever builds a single one expects it, and one text, since nothing in it differs. */
    @Test
    void theImagesAreMadeAlike() {
        Set<String> recipes = new HashSet<>();
        Set<String> contexts = new HashSet<>();
        for (String name : SERVICES) {
            String recipe = Settings.text(Suite.root().resolve(name).resolve("Dockerfile"));
            assertThat(recipe).startsWith("# " + name + ": ").contains("\nUSER 10001:10001\n");
            recipes.add(recipe.substring(recipe.indexOf(':')));
            contexts.add(Settings.text(Suite.root().resolve(name).resolve(".dockerignore")));
        }
        assertThat(recipes).as("Dockerfiles without the service's name").hasSize(1);
        assertThat(contexts).as(".dockerignore").hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = { "auth-service", "appointment-service", "assistant-service", "notification-service",
            "gateway" })
    void composeGivesEachPartWhatItNeeds(String part) throws IOException {
        assertThat(givenByCompose(part)).containsAll(Settings.required(part));
    }

    /** What {@code .env} sets reaches each part that reads it, not some part. */
    @ParameterizedTest
    @ValueSource(strings = { "auth-service", "appointment-service", "assistant-service", "notification-service",
            "gateway" })
    void composePassesOnEverySettingThatThePartReads(String part) throws IOException {
        Set<String> unsaid = new TreeSet<>(Settings.readBy(part));
        unsaid.removeAll(givenByCompose(part));
        Set<String> excepted = new TreeSet<>(UNSAID_IN_COMPOSE.keySet());
        excepted.retainAll(Settings.readBy(part));
        if (!part.equals("auth-service")) {
            excepted.remove("SERVICE_CLIENT_SECRET");
        }
        assertThat(unsaid).as("settings that " + part + " reads and Compose does not pass on").isEqualTo(excepted);
    }

    @Test
    void composeLetsThePartsDoLittle() throws IOException {
        JsonNode compose = YAML.readTree(Suite.root().resolve("docker-compose.yml").toFile());
        JsonNode any = compose.get("x-service");
        assertThat(any.get("read_only").asBoolean()).isTrue();
        assertThat(any.get("cap_drop").get(0).asText()).isEqualTo("ALL");
        assertThat(any.get("security_opt").get(0).asText()).isEqualTo("no-new-privileges:true");
        assertThat(any.get("tmpfs").get(0).asText()).as("libraries are loaded from it").startsWith("/tmp:exec,");
        assertThat(any.get("mem_limit").asText()).isEqualTo("512m");
        for (String name : SERVICES) {
            assertThat(compose.at("/services/" + name + "/<<").asText()).as(name).isEqualTo("service");
        }
    }

    private static Set<String> givenByCompose(String part) throws IOException {
        JsonNode compose = YAML.readTree(Suite.root().resolve("docker-compose.yml").toFile());
        Set<String> given = new TreeSet<>();
        compose.at("/x-common").fieldNames().forEachRemaining(given::add);
        compose.at("/services/" + part + "/environment").fieldNames().forEachRemaining(given::add);
        return given;
    }
}
