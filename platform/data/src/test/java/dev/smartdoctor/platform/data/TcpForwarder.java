package dev.smartdoctor.platform.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/** Stands between the application and PostgreSQL, so that a test can take the database away and give it back. */
final class TcpForwarder implements AutoCloseable {
    private static final String AWAY = "smart-doctor.testing.database-away";
    private static final String SILENT = "smart-doctor.testing.database-silent";

    private final ServerSocket door;
    private final String host;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    TcpForwarder(String host, int port) throws IOException {
        this.host = host;
        this.port = port;
        this.door = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        start(this::accept);
        start(this::watch);
    }

    /** From now on connections are cut and refused; by a system property, since tests live in another class loader. */
    static void takeAway() {
        System.setProperty(AWAY, "true");
    }

    /** From now on the database hears what it is told, and its answers are kept back. */
    static void silence() {
        System.setProperty(SILENT, "true");
    }

    static void giveBack() {
        System.clearProperty(AWAY);
        System.clearProperty(SILENT);
    }

    int port() {
        return door.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        door.close();
        cutAll();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                if (Boolean.getBoolean(AWAY)) {
                    client.close();
                } else {
                    Socket server = new Socket(host, port);
                    client.setTcpNoDelay(true);
                    server.setTcpNoDelay(true);
                    open.add(client);
                    open.add(server);
                    start(() -> pump(client, server, () -> false));
                    start(() -> pump(server, client, () -> Boolean.getBoolean(SILENT)));
                }
            } catch (IOException e) {
                if (!door.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void watch() {
        while (!door.isClosed()) {
            if (Boolean.getBoolean(AWAY)) {
                cutAll();
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void cutAll() {
        open.forEach(TcpForwarder::closeQuietly);
        open.clear();
    }

    private static void pump(Socket from, Socket to, BooleanSupplier keptBack) {
        byte[] buffer = new byte[16_384];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                while (keptBack.getAsBoolean()) {
                    Thread.sleep(5);
                }
                out.write(buffer, 0, count);
            }
        } catch (IOException | InterruptedException e) {
            // Either side is gone: so is the other.
        } finally {
            closeQuietly(from);
            closeQuietly(to);
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is of no further use either way.
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "tcp-forwarder");
        thread.setDaemon(true);
        thread.start();
    }
}
