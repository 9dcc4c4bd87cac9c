import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import redis.embedded.RedisServer;

/** What run.sh needs around the gateway: {@code world <folder>} and {@code load <port> <target> <token> <connections> <seconds>}. */
public final class Bench {
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();
    private static final int COORDINATE = 32;

    public static void main(String[] args) throws Exception {
        switch (args[0]) {
            case "world" -> world(Path.of(args[1]));
            case "load" -> load(Integer.parseInt(args[1]), args[2], args[3], Integer.parseInt(args[4]),
                    Integer.parseInt(args[5]));
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    private static void world(Path folder) throws Exception {
        for (String name : new String[] { "service", "gateway", "management", "haproxy", "redis" }) {
            Files.writeString(folder.resolve(name + ".port"), Integer.toString(freePort()));
        }
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair keys = generator.generateKeyPair();
        Files.writeString(folder.resolve("public.pem"), "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(keys.getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----\n");
        Files.writeString(folder.resolve("token"), token(keys));
        RedisServer redis = RedisServer.newRedisServer().port(port(folder, "redis")).bind("127.0.0.1").setting("save \"\"")
                .build();
        redis.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(redis)));
        serve(port(folder, "service"), keySet((ECPublicKey) keys.getPublic()));
        Files.writeString(folder.resolve("ready"), "");
    }

    private static void serve(int port, String keySet) throws Exception {
        Buffer answer = Buffer.buffer(new JsonObject().put("items", new JsonArray().add(new JsonObject()
                .put("id", UUID.randomUUID().toString()).put("status", "booked").put("start", "2026-01-01T09:00:00+01:00")))
                .put("page", 0).put("pageSize", 20).put("total", 1).encode());
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setPreferNativeTransport(true));
        vertx.createHttpServer().requestHandler(request -> {
            request.response().putHeader("content-type", "application/json");
            request.response().end(request.path().equals("/.well-known/jwks.json") ? Buffer.buffer(keySet) : answer);
        }).listen(port, "127.0.0.1").toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private static String keySet(ECPublicKey key) {
        JsonObject jwk = new JsonObject().put("kty", "EC").put("crv", "P-256").put("use", "sig").put("alg", "ES256")
                .put("kid", "bench").put("x", coordinate(key.getW().getAffineX()))
                .put("y", coordinate(key.getW().getAffineY()));
        return new JsonObject().put("keys", new JsonArray().add(jwk)).encode();
    }

    private static String token(KeyPair keys) throws GeneralSecurityException {
        long now = Instant.now().getEpochSecond();
        String head = new JsonObject().put("alg", "ES256").put("typ", "at+jwt").put("kid", "bench").encode();
        String claims = new JsonObject().put("iss", "https://smart-doctor").put("aud", "smart-doctor")
                .put("sub", UUID.randomUUID().toString()).put("jti", UUID.randomUUID().toString())
                .put("sid", UUID.randomUUID().toString()).put("sv", 1).put("groups", new JsonArray().add("patient"))
                .put("iat", now).put("exp", now + LIFE_SECONDS).encode();
        String signed = encode(head) + "." + encode(claims);
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initSign(keys.getPrivate());
        signature.update(signed.getBytes(StandardCharsets.US_ASCII));
        return signed + "." + URL.encodeToString(signature.sign());
    }

    private static final long LIFE_SECONDS = 300;

    private static String encode(String json) {
        return URL.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String coordinate(BigInteger value) {
        byte[] bytes = value.toByteArray();
        byte[] fixed = new byte[COORDINATE];
        int length = Math.min(bytes.length, COORDINATE);
        System.arraycopy(bytes, bytes.length - length, fixed, COORDINATE - length, length);
        return URL.encodeToString(fixed);
    }

    /** Each connection asks again as soon as it is answered; prints how many answers were 200. */
    private static void load(int port, String target, String token, int connections, int seconds) throws Exception {
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setPreferNativeTransport(true));
        HttpClient client = vertx.createHttpClient(new HttpClientOptions(),
                new PoolOptions().setHttp1MaxSize(connections));
        AtomicLong good = new AtomicLong();
        AtomicLong bad = new AtomicLong();
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        RequestOptions options = new RequestOptions().setMethod(HttpMethod.GET).setHost("127.0.0.1").setPort(port)
                .setURI(target).putHeader("authorization", "Bearer " + token);
        vertx.runOnContext(start -> {
            for (int i = 0; i < connections; i++) {
                ask(client, options, until, good, bad);
            }
        });
        Thread.sleep(TimeUnit.SECONDS.toMillis(seconds) + 200);
        vertx.close();
        if (bad.get() > 0) {
            throw new IllegalStateException(bad + " requests were not answered with 200");
        }
        System.out.println(good);
        System.exit(0);
    }

    private static void ask(HttpClient client, RequestOptions options, long until, AtomicLong good, AtomicLong bad) {
        client.request(options).compose(request -> request.send()).compose(response -> {
            (response.statusCode() == 200 ? good : bad).incrementAndGet();
            return response.end();
        }).onComplete(done -> {
            if (done.failed()) {
                bad.incrementAndGet();
            } else if (System.nanoTime() < until) {
                ask(client, options, until, good, bad);
            }
        });
    }

    private static int port(Path folder, String name) throws IOException {
        return Integer.parseInt(Files.readString(folder.resolve(name + ".port")));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void stop(RedisServer redis) {
        try {
            redis.stop();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
