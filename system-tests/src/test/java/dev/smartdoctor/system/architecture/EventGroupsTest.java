package dev.smartdoctor.system.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import dev.smartdoctor.system.suite.Suite;

/** A producer keeps its events until every service that hears them has confirmed them: an emptied Redis loses nobody's. */
class EventGroupsTest {
    private static final Pattern STREAM = Pattern.compile("return \"([a-z]+)\\.events\";");

    @Test
    void everyServiceThatHearsAStreamIsAmongTheGroupsOfItsProducer() throws IOException {
        int heard = 0;
        for (String service : new String[]{ "auth", "appointment", "assistant", "notification" }) {
            try (Stream<Path> files = Files.walk(Suite.root().resolve(service + "-service/src/main/java"))) {
                for (Path file : files.filter(each -> each.toString().endsWith("Consumer.java")).toList()) {
                    Matcher stream = STREAM.matcher(Files.readString(file));
                    assertThat(stream.find()).as("stream of " + file.getFileName()).isTrue();
                    assertThat(groups(stream.group(1))).as("groups of %s.events", stream.group(1))
                            .contains(service + "-service");
                    heard++;
                }
            }
        }
        assertThat(heard).isGreaterThan(3);
    }

    private static String[] groups(String producer) throws IOException {
        Properties settings = new Properties();
        try (var file = Files.newBufferedReader(
                Suite.root().resolve(producer + "-service/src/main/resources/application.properties"))) {
            settings.load(file);
        }
        return settings.getProperty("platform.outbox.groups", "").split(",");
    }
}
