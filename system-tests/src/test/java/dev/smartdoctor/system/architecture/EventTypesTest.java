package dev.smartdoctor.system.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;

import dev.smartdoctor.platform.outbox.EventType;
import dev.smartdoctor.platform.testing.ExampleEvents;
import dev.smartdoctor.system.suite.Suite;

/** The paper of the events, the examples that both sides are tested against, and what services can produce are the same. */
class EventTypesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final EventsPaper paper = EventsPaper.read();

    static List<String> streams() {
        return ExampleEvents.STREAMS;
    }

    static Stream<String> types() {
        return streams().stream().flatMap(stream -> ExampleEvents.types(stream).stream());
    }

    @Test
    void paperTellsOfEveryStreamThatHasExamples() {
        assertThat(paper.streams()).containsExactlyElementsOf(streams());
    }

    @ParameterizedTest
    @MethodSource("streams")
    void everyTypeOfThePaperHasItsExampleAndNoOther(String stream) {
        assertThat(ExampleEvents.types(stream)).isNotEmpty().containsExactlyInAnyOrderElementsOf(paper.types(stream));
    }

    @ParameterizedTest
    @ValueSource(strings = { "auth.events", "appointment.events", "assistant.events", "notification.events" })
    void serviceCanProduceWhatThePaperSaysItDoes(String stream) {
        assertThat(producible(stream)).isEqualTo(paper.producedTypes(stream));
    }

    @ParameterizedTest
    @MethodSource("types")
    void paperNamesTheFieldsOfAnEntry(String type) {
        assertThat(ExampleEvents.fields(type)).containsEntry("type", type);
        assertThat(ExampleEvents.fields(type).keySet()).isEqualTo(paper.fields());
    }

    @ParameterizedTest
    @MethodSource("types")
    void paperNamesTheKeysOfThePayload(String type) throws IOException {
        Map<?, ?> payload = JSON.readValue(ExampleEvents.fields(type).get("payload"), Map.class);

        assertThat(payload.keySet()).isEqualTo(paper.payload(type));
    }

    /** The types in the enums of the stream's producer, whose name the stream bears. */
    private static Set<String> producible(String stream) {
        String producer = stream.replace(".events", "-service");
        return new ClassFileImporter().importPath(Suite.root().resolve(producer + "/target/classes")).stream()
                .filter(type -> type.isEnum() && type.isAssignableTo(EventType.class)).map(JavaClass::reflect)
                .flatMap(type -> Arrays.stream(type.getEnumConstants()))
                .map(type -> ((EventType) type).type()).collect(Collectors.toCollection(TreeSet::new));
    }
}
