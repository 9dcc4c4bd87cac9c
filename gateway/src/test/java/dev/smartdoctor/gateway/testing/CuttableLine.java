package dev.smartdoctor.gateway.testing;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;

/** A line to a server that tests can cut, hold and mend (by HTTP, since they live in another class loader). */
public final class CuttableLine {
    public static final String CONTROL_PROPERTY = "smart-doctor.testing.line";

    private final Vertx vertx = Vertx.vertx();
    private final int target;
    private final Set<NetSocket> sockets = ConcurrentHashMap.newKeySet();
    private final Set<NetSocket> stranded = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;
    /** Nothing passes and nobody is told: what was sent meanwhile arrives once the line is mended. */
    private volatile boolean held;
    private NetServer server;

    private CuttableLine(int target) {
        this.target = target;
    }

    static CuttableLine to(int target) {
        CuttableLine line = new CuttableLine(target);
        try {
            line.server = line.vertx.createNetServer().connectHandler(line::connect).listen(0, "127.0.0.1")
                    .toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
            HttpServer control = line.vertx.createHttpServer().requestHandler(request -> {
                line.set(request.path());
                request.response().end();
            }).listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
            System.setProperty(CONTROL_PROPERTY, "http://127.0.0.1:" + control.actualPort());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return line;
    }

    int port() {
        return server.actualPort();
    }

    void stop() {
        vertx.close();
    }

    private void set(String command) {
        cut = command.equals("/cut");
        held = command.equals("/hold");
        if (cut) {
            Set.copyOf(sockets).forEach(NetSocket::close);
        } else if (held) {
            sockets.forEach(NetSocket::pause);
        } else {
            sockets.forEach(NetSocket::resume);
        }
        if (!held) {
            Set.copyOf(stranded).forEach(NetSocket::close);
            stranded.clear();
        }
    }

    private void connect(NetSocket client) {
        if (cut) {
            client.close();
            return;
        }
        client.pause();
        if (held) {
            stranded.add(client);
            return;
        }
        vertx.createNetClient().connect(target, "127.0.0.1").onSuccess(server -> {
            sockets.add(client);
            sockets.add(server);
            client.closeHandler(closed -> end(client, server));
            server.closeHandler(closed -> end(server, client));
            server.handler(client::write);
            client.handler(server::write);
            client.resume();
        }).onFailure(failure -> client.close());
    }

    private void end(NetSocket closed, NetSocket other) {
        sockets.remove(closed);
        sockets.remove(other);
        other.close();
    }
}
