package dev.smartdoctor.localstack.service;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.smartdoctor.localstack.process.Launch;
import dev.smartdoctor.localstack.process.Part;
import dev.smartdoctor.localstack.stack.Port;
import dev.smartdoctor.localstack.stack.StackOptions;

/** A packaged service as a supervised process, configured by nothing but its environment. */
public final class ServicePart implements Part {

    private static final Duration PROBE_LIMIT = Duration.ofSeconds(2);
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PROBE_LIMIT).build();

    private final Service service;
    private final StackOptions options;
    private final Map<String, String> settings;
    private final JvmFlags flags;
    private final HttpRequest probe;

    public ServicePart(Service service, StackOptions options, Map<String, String> settings) {
        this.service = service;
        this.options = options;
        this.settings = settings;
        this.flags = new JvmFlags(service, options);
        this.probe = HttpRequest
                .newBuilder(
                        URI.create("http://localhost:" + options.port(Port.management(service)) + "/q/health/ready"))
                .timeout(PROBE_LIMIT).build();
    }

    @Override
    public String name() {
        return service.artifact();
    }

    @Override
    public String mark() {
        return stackMark();
    }

    @Override
    public Launch launch() throws IOException {
        return launch(archive().flags(), List.of());
    }

    /** The same program with arguments: a command of the service rather than the service. */
    Launch command(String... arguments) {
        return launch(List.of(), List.of(arguments));
    }

    private Launch launch(List<String> moreFlags, List<String> arguments) {
        Path jar = service.jar(options.root());
        List<String> command = new ArrayList<>(flags.command());
        command.addAll(moreFlags);
        command.add(stackMark());
        command.addAll(List.of("-jar", jar.toString()));
        command.addAll(arguments);
        return new Launch(command, settings, options.root());
    }

    @Override
    public boolean ready() {
        try {
            return HTTP.send(probe, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private ClassArchive archive() throws IOException {
        return new ClassArchive(service.jar(options.root()));
    }

    private String stackMark() {
        return "-Dsmartdoctor.part=" + options.folders().home() + "/" + service.artifact();
    }
}
