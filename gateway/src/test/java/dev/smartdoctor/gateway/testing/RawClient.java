package dev.smartdoctor.gateway.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

import io.vertx.core.json.JsonObject;

/** Speaks HTTP byte for byte, from an address of its own, so that no library repairs what a test sends. */
public final class RawClient implements AutoCloseable {
    private static final AtomicInteger ADDRESSES = new AtomicInteger(1);

    private final Socket socket;

    public RawClient(int port) {
        this(port, freshAddress());
    }

    public RawClient(int port, String from) {
        try {
            socket = new Socket();
            socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
            socket.setTcpNoDelay(true);
            socket.connect(new InetSocketAddress("127.0.0.1", port), 2000);
            socket.setSoTimeout(5000);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A loopback address that no other test has used: limits are counted by address. */
    public static String freshAddress() {
        int number = ADDRESSES.getAndIncrement();
        return "127.1." + number / 250 + "." + (number % 250 + 1);
    }

    /** An answer; {@code body} is without its chunks' frames. */
    public record Answer(int status, String head, String body) {
        public String header(String name) {
            for (String line : head.split("\r\n")) {
                if (line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":")) {
                    return line.substring(name.length() + 1).trim();
                }
            }
            return null;
        }

        public JsonObject json() {
            return new JsonObject(body);
        }

        public String code() {
            return json().getString("code");
        }
    }

    public RawClient send(String bytes) {
        return send(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    public RawClient send(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        } catch (IOException e) {
            // The other side may have hung up already; what it answered can still be read.
        }
        return this;
    }

    public Answer request(String method, String target, String... headers) {
        return send(head(method, target, headers)).read();
    }

    public static String head(String method, String target, String... headers) {
        StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: clinic.test\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        return head.append("\r\n").toString();
    }

    /** One answer, or null where the connection was closed without one. */
    public Answer read() {
        try {
            String head = readHead();
            if (head == null) {
                return null;
            }
            int status = Integer.parseInt(head.substring(9, 12));
            Answer bare = new Answer(status, head, "");
            String length = bare.header("content-length");
            String body = "";
            if (length != null && status != 304) {
                body = readExactly(Integer.parseInt(length));
            } else if ("chunked".equals(bare.header("transfer-encoding"))) {
                body = readChunks();
            }
            return new Answer(status, head, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The answer to a HEAD request, whose length has no body. */
    public Answer readHeadOnly() {
        try {
            String head = readHead();
            return new Answer(Integer.parseInt(head.substring(9, 12)), head, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Up to and without the empty line; null at the end of the connection. */
    public String readHead() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        InputStream in = socket.getInputStream();
        while (!endsWith(head, "\r\n\r\n")) {
            int b = readByte(in);
            if (b < 0) {
                return null;
            }
            head.write(b);
        }
        return head.toString(StandardCharsets.ISO_8859_1).trim();
    }

    /** One chunk's text, or null after the last one. */
    public String readChunk() throws IOException {
        int size = Integer.parseInt(readLine(), 16);
        String chunk = readExactly(size);
        readLine();
        return size == 0 ? null : chunk;
    }

    /** Whatever comes until the other side closes. */
    public String readToTheEnd() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** So many bytes of a body, as text. */
    public String readBody(int length) throws IOException {
        return readExactly(length);
    }

    /** Whether the other side closes within two seconds, throwing away what it still sends. */
    public boolean isClosedByServer() {
        try {
            socket.setSoTimeout(2000);
            int b = 0;
            while (b >= 0) {
                b = socket.getInputStream().read();
            }
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private String readChunks() throws IOException {
        StringBuilder body = new StringBuilder();
        String chunk = readChunk();
        while (chunk != null) {
            body.append(chunk);
            chunk = readChunk();
        }
        return body.toString();
    }

    private String readLine() throws IOException {
        StringBuilder line = new StringBuilder();
        int b = socket.getInputStream().read();
        while (b != '\n') {
            if (b < 0) {
                throw new IOException("cut in a line");
            }
            line.append((char) b);
            b = socket.getInputStream().read();
        }
        return line.toString().trim();
    }

    private String readExactly(int length) throws IOException {
        byte[] bytes = socket.getInputStream().readNBytes(length);
        if (bytes.length < length) {
            throw new IOException("cut after " + bytes.length + " of " + length);
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static int readByte(InputStream in) throws IOException {
        try {
            return in.read();
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (IOException reset) {
            return -1;
        }
    }

    private static boolean endsWith(ByteArrayOutputStream bytes, String end) {
        return bytes.size() >= end.length() && bytes.toString(StandardCharsets.ISO_8859_1).endsWith(end);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks the stand-in itself. */
    public static int standIn(String what) {
        return Integer.parseInt(get(System.getProperty(ServiceStandIn.ADDRESS_PROPERTY) + "/stand-in/" + what));
    }

    /** Cuts, holds or mends the line to Redis. */
    public static void redisLine(String command) {
        get(System.getProperty(CuttableLine.CONTROL_PROPERTY) + "/" + command);
    }

    private static String get(String address) {
        try {
            return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(address)).build(),
                    HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
