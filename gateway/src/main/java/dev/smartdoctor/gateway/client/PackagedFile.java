package dev.smartdoctor.gateway.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;

import dev.smartdoctor.gateway.compression.CompressionPolicy;
import dev.smartdoctor.gateway.compression.Gzip;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.impl.MimeMapping;

/** One file of the package in the forms in which it can be sent; {@code brotli} is null unless the client's build made it. */
record PackagedFile(String contentType, String etag, Buffer plain, Buffer gzip, Buffer brotli) {
    private static final String ROOT = "META-INF/resources";
    private static final Set<String> TEXTS = Set.of("html", "js", "mjs", "css", "json", "svg", "txt", "xml", "map",
            "webmanifest", "wasm");

    /** @return null where the package has no such file */
    static PackagedFile read(String path) {
        byte[] plain = bytes(path);
        if (plain == null) {
            return null;
        }
        String extension = path.substring(path.lastIndexOf('.') + 1);
        byte[] gzip = bytes(path + ".gz");
        if (gzip == null && TEXTS.contains(extension) && plain.length >= CompressionPolicy.LEAST_BYTES) {
            gzip = Gzip.best(plain).getBytes();
        }
        return new PackagedFile(contentType(extension), etag(plain), Buffer.buffer(plain), buffer(gzip),
                buffer(bytes(path + ".br")));
    }

    private static byte[] bytes(String path) {
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(ROOT + path)) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("The package cannot be read", e);
        }
    }

    private static Buffer buffer(byte[] bytes) {
        return bytes == null ? null : Buffer.buffer(bytes);
    }

    private static String contentType(String extension) {
        String type = switch (extension) {
            case "js", "mjs" -> "text/javascript";
            case "webmanifest" -> "application/manifest+json";
            case "woff2" -> "font/woff2";
            default -> MimeMapping.getMimeTypeForExtension(extension);
        };
        if (type == null) {
            return "application/octet-stream";
        }
        return type.startsWith("text/") ? type + ";charset=UTF-8" : type;
    }

    private static String etag(byte[] content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
