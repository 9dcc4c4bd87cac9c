package dev.smartdoctor.platform.outbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;

import dev.smartdoctor.platform.testing.PlatformTestResource;

/** The service under test is its own producer, so its port must be known before it starts. */
public class SelfListeningTestResource extends PlatformTestResource {

    @Override
    public Map<String, String> start() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Map<String, String> settings = new HashMap<>(super.start());
            String port = Integer.toString(socket.getLocalPort());
            settings.put("quarkus.http.test-port", port);
            settings.put("platform.stream.producers.\"test.events\"", "http://127.0.0.1:" + port);
            return settings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
