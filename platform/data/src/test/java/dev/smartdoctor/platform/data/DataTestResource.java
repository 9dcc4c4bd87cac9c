package dev.smartdoctor.platform.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

import dev.smartdoctor.platform.testing.PlatformTestResource;

/** The service under test is its own producer, so its port must be known before it starts; and its database can be taken away. */
public class DataTestResource extends PlatformTestResource {
    /** The database without the forwarder, for what a test does behind the application's back. */
    public static final String DIRECT_URL = "smart-doctor.testing.database-direct";
    private TcpForwarder forwarder;

    @Override
    public Map<String, String> start() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Map<String, String> settings = new HashMap<>(super.start());
            URI database = URI.create(settings.get("DATABASE_URL"));
            System.setProperty(DIRECT_URL, database.toString());
            if (!Boolean.getBoolean("direct")) {
                forwarder = new TcpForwarder(database.getHost(), database.getPort());
                settings.put("DATABASE_URL", "postgresql://127.0.0.1:" + forwarder.port() + database.getPath());
            }
            String port = Integer.toString(socket.getLocalPort());
            settings.put("quarkus.http.test-port", port);
            settings.put("platform.stream.producers.\"test.events\"", "http://127.0.0.1:" + port);
            return settings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        try {
            if (forwarder != null) {
                forwarder.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            super.stop();
        }
    }
}
