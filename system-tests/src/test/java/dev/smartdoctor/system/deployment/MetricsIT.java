package dev.smartdoctor.system.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import dev.smartdoctor.localstack.service.Service;
import dev.smartdoctor.localstack.stack.LocalStack;
import dev.smartdoctor.localstack.stack.Port;
import dev.smartdoctor.system.suite.Api;
import dev.smartdoctor.system.suite.People;
import dev.smartdoctor.system.suite.Suite;

/** What alerts and dashboard ask for is what the running parts say of themselves, where Prometheus would read it. */
class MetricsIT {
    private static final Pattern ASKED = Pattern.compile("(\\w+)(=~|!=|!~|=)(\"[^\"]*\")");
    private static final List<String> SAMPLES = new ArrayList<>();

    @BeforeAll
    static void scrape() throws IOException {
        LocalStack suite = Suite.shared();
        Api.at(suite.address()).get("/api/doctors").expect(200);
        // Not the caller's fault: what counts such answers is there only once there was one.
        Api.at(suite.address()).signIn("patient@example.org", People.DEMO_PASSWORD)
                .with("Content-Type", "multipart/form-data; boundary=x")
                .send("POST", "/api/assistant/images", "--x--\r\n").expect(503);
        String path = Monitoring.yaml("prometheus/prometheus.yml").at("/scrape_configs/0/metrics_path").asText();
        for (Service service : Service.values()) {
            URI management = URI.create("http://localhost:" + suite.options().port(Port.management(service)));
            List<String> samples = Api.at(management).get(path).expect(200).text().lines()
                    .filter(line -> !line.startsWith("#")).toList();
            assertThat(samples).as(service.artifact()).isNotEmpty();
            SAMPLES.addAll(samples);
        }
    }

    @Test
    void everyMetricThatIsAskedForIsThere() throws IOException {
        Set<String> shown = new TreeSet<>();
        SAMPLES.forEach(sample -> shown.add(sample.split("[{ ]", 2)[0]));
        Set<String> asked = new TreeSet<>();
        for (String query : Monitoring.queries()) {
            asked.addAll(Monitoring.metrics(query));
        }
        assertThat(asked).contains("outbox_rows", "gateway_requests_seconds_count", "dead_letters");
        assertThat(shown).containsAll(asked);
    }

    @Test
    void everyLabelThatIsAskedForIsThere() throws IOException {
        int found = 0;
        for (String query : Monitoring.queries()) {
            for (MatchResult selector : Monitoring.selectors(query)) {
                Matcher asked = ASKED.matcher(selector.group(2));
                while (asked.find()) {
                    String label = asked.group(1) + "=" + (asked.group(2).equals("=") ? asked.group(3) : "\"");
                    assertThat(SAMPLES).as(selector.group()).anyMatch(
                            sample -> sample.startsWith(selector.group(1) + "{") && sample.contains(label));
                    found++;
                }
            }
        }
        assertThat(found).isPositive();
    }
}
