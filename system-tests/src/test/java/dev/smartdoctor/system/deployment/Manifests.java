package dev.smartdoctor.system.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

import dev.smartdoctor.system.suite.Suite;

/** The objects that a folder of {@code k8s} becomes; needs kubectl, not a cluster. */
final class Manifests {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private final List<JsonNode> objects;

    private Manifests(List<JsonNode> objects) {
        this.objects = objects;
    }

    static Manifests of(String folder) throws IOException, InterruptedException {
        assumeTrue(hasKubectl(), "kubectl is not installed");
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
        return new Manifests(objects);
    }

    List<JsonNode> all() {
        return objects;
    }

    /** Objects of one kind by their name. */
    Map<String, JsonNode> kind(String kind) {
        return objects.stream().filter(object -> object.get("kind").asText().equals(kind))
                .collect(Collectors.toMap(object -> object.at("/metadata/name").asText(), object -> object));
    }

    /** The settings that no secret is among; their object's name ends with a hash. */
    JsonNode settings() {
        return kind("ConfigMap").values().iterator().next().get("data");
    }

    static Stream<JsonNode> environment(JsonNode deployment) {
        return stream(deployment.at("/spec/template/spec/containers/0/env"));
    }

    static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
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
