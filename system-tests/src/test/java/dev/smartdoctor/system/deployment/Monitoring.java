package dev.smartdoctor.system.deployment;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

import dev.smartdoctor.system.suite.Suite;

/** The files of folder {@code monitoring}, and what the queries in them ask for. */
final class Monitoring {
    static final ObjectMapper YAML = strict(new YAMLFactory());
    private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"|\\{[^}]*}|\\[[^\\]]*]");
    private static final Pattern LABEL_LIST = Pattern.compile("\\b(?:by|without|on|ignoring)\\s*\\([^)]*\\)");
    private static final Pattern NAME = Pattern.compile("\\b[a-z_][a-z0-9_]*\\b(?!\\s*\\()");
    private static final Pattern SELECTOR = Pattern.compile("\\b([a-z_][a-z0-9_]*)\\{([^}]*)}");
    /** Prometheus' own, and the operators. */
    private static final Set<String> NO_METRICS = Set.of("up", "and", "or", "unless", "bool", "offset");

    private Monitoring() {
    }

    static JsonNode yaml(String file) throws IOException {
        return YAML.readTree(Suite.root().resolve("monitoring").resolve(file).toFile());
    }

    static JsonNode dashboard() throws IOException {
        return strict(new JsonFactory())
                .readTree(Suite.root().resolve("monitoring/grafana/dashboards/smart-doctor.json").toFile());
    }

    /** Every query of the alerts and the dashboard. */
    static Set<String> queries() throws IOException {
        Set<String> queries = new LinkedHashSet<>(yaml("prometheus/alerts.yml").findValuesAsText("expr"));
        queries.addAll(dashboard().findValuesAsText("expr"));
        return queries;
    }

    /** The metrics that a query reads. */
    static Set<String> metrics(String query) {
        String bare = LABEL_LIST.matcher(TEXT.matcher(query).replaceAll("")).replaceAll("");
        Set<String> names = new TreeSet<>();
        Matcher name = NAME.matcher(bare);
        while (name.find()) {
            names.add(name.group());
        }
        names.removeAll(NO_METRICS);
        return names;
    }

    /** Each metric with the labels that are asked of it, as {@code name} and {@code label="value",…}. */
    static List<MatchResult> selectors(String query) {
        return SELECTOR.matcher(query).results().toList();
    }

    private static ObjectMapper strict(JsonFactory form) {
        return new ObjectMapper(form.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION));
    }
}
