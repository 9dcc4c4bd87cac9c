package dev.smartdoctor.notification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands before a real SMTP server and can be shut, made to answer a command with a given reply, and made to lose the answer to
 * the final dot after the server has accepted the mail.
 */
public final class SmtpFrontDoor {
    private final int backend;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Map<String, List<String>> scripted = new ConcurrentHashMap<>();
    private volatile ServerSocket door;
    private volatile int answersToLose;

    SmtpFrontDoor(int backend) {
        this.backend = backend;
        this.port = open(0);
    }

    int port() {
        return port;
    }

    /** The next occurrences of this command ("MAIL", "RCPT", "DATA", ".") get these replies, one each. */
    public void answer(String command, String... replies) {
        scripted.put(command, new ArrayList<>(List.of(replies)));
    }

    public void loseAnswersToFinalDot(int times) {
        answersToLose = times;
    }

    /** Nobody listens any more, and whoever was talking is cut off. */
    public void shut() {
        close(door);
        open.forEach(SmtpFrontDoor::close);
        open.clear();
    }

    public void reopen() {
        open(port);
    }

    public void reset() {
        scripted.clear();
        answersToLose = 0;
        if (door.isClosed()) {
            reopen();
        }
    }

    private int open(int wanted) {
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
            door = socket;
            daemon(() -> accept(socket));
            return socket.getLocalPort();
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    private void accept(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                open.add(client);
                daemon(() -> serve(client));
            } catch (IOException shut) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client; Socket server = new Socket(InetAddress.getLoopbackAddress(), backend)) {
            open.add(server);
            new Dialogue(new Wire(client), new Wire(server)).run();
        } catch (IOException cut) {
            // One of the two hung up, which ends the dialogue.
        } finally {
            open.remove(client);
        }
    }

    private String scriptedReply(String command) {
        List<String> replies = scripted.getOrDefault(command, List.of());
        synchronized (replies) {
            return replies.isEmpty() ? null : replies.remove(0);
        }
    }

    private synchronized boolean losesThisAnswer() {
        if (answersToLose == 0) {
            return false;
        }
        answersToLose--;
        return true;
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "smtp-front-door");
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception alreadyClosed) {
            throw new IllegalStateException(alreadyClosed);
        }
    }

    /** One connection's lines, in Latin-1 so that every byte comes through as it is. */
    private static final class Wire {
        private final BufferedReader in;
        private final OutputStream out;

        Wire(Socket socket) throws IOException {
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            out = socket.getOutputStream();
        }

        String read() throws IOException {
            String line = in.readLine();
            if (line == null) {
                throw new IOException("hung up");
            }
            return line;
        }

        void write(String line) throws IOException {
            out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }

        /** A reply of one or more lines. */
        String relayReplyTo(Wire other) throws IOException {
            String line = read();
            while (line.length() > 3 && line.charAt(3) == '-') {
                other.write(line);
                line = read();
            }
            other.write(line);
            return line;
        }
    }

    private final class Dialogue {
        private final Wire client;
        private final Wire server;

        Dialogue(Wire client, Wire server) {
            this.client = client;
            this.server = server;
        }

        void run() throws IOException {
            server.relayReplyTo(client);
            while (true) {
                String line = client.read();
                String command = line.length() < 4 ? line : line.substring(0, 4).toUpperCase(Locale.ROOT);
                String scriptedReply = scriptedReply(command);
                if (scriptedReply != null) {
                    client.write(scriptedReply);
                } else if (command.equals("DATA")) {
                    data();
                } else {
                    server.write(line);
                    server.relayReplyTo(client);
                }
            }
        }

        private void data() throws IOException {
            client.write("354 go ahead");
            List<String> message = new ArrayList<>();
            for (String line = client.read(); !line.equals("."); line = client.read()) {
                message.add(line);
            }
            String scriptedReply = scriptedReply(".");
            if (scriptedReply != null) {
                client.write(scriptedReply);
                return;
            }
            server.write("DATA");
            server.read();
            for (String line : message) {
                server.write(line);
            }
            server.write(".");
            if (losesThisAnswer()) {
                server.read();
                throw new IOException("the answer is lost");
            }
            server.relayReplyTo(client);
        }
    }
}
