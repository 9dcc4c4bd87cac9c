package dev.smartdoctor.gateway.door;

import java.util.HashSet;
import java.util.Set;

import dev.smartdoctor.gateway.exchange.ClientConnection;
import dev.smartdoctor.gateway.exchange.Course;
import dev.smartdoctor.gateway.exchange.Exchange;
import dev.smartdoctor.gateway.exchange.Interceptor;
import dev.smartdoctor.gateway.exchange.Interceptor.Outcome;
import dev.smartdoctor.gateway.exchange.Problem;
import dev.smartdoctor.gateway.proxy.Proxy;
import dev.smartdoctor.gateway.security.FramingFault;
import dev.smartdoctor.gateway.security.FramingGuard;
import dev.smartdoctor.platform.problem.ApiException;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.util.AttributeKey;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * One event loop's door: takes connections, sets a guard before each, and leads every request through the interceptors. All
 * that belongs to a request stays on this loop, up to the connection to the service.
 */
final class FrontDoor extends AbstractVerticle implements Course {
    private static final AttributeKey<Guest> GUEST = AttributeKey.valueOf("smart-doctor-guest");
    private static final long LOOK_AROUND_MILLIS = 250;

    private final Doors doors;
    private final Set<Guest> guests = new HashSet<>();
    private Interceptor[] interceptors;
    private Proxy proxy;
    private HttpServer server;

    FrontDoor(Doors doors) {
        this.doors = doors;
    }

    @Override
    public void start(Promise<Void> opened) {
        proxy = doors.newProxy(vertx);
        interceptors = doors.interceptors(proxy).toArray(new Interceptor[0]);
        vertx.setPeriodic(LOOK_AROUND_MILLIS, timer -> lookAround());
        server = vertx.createHttpServer(doors.serverOptions());
        server.connectionHandler(this::welcome).requestHandler(this::receive).invalidRequestHandler(this::refuse)
                .listen().<Void>mapEmpty().onComplete(opened);
    }

    private void welcome(HttpConnection connection) {
        ChannelHandlerContext channel = ((ConnectionBase) connection).channelHandlerContext();
        FramingGuard guard = new FramingGuard();
        ClientConnection client = new ClientConnection(vertx, connection, guard::discard);
        if (!doors.letIn(client.peer())) {
            channel.close();
            return;
        }
        Guest guest = new Guest(client, guard);
        guests.add(guest);
        client.onClosed(() -> {
            guests.remove(guest);
            doors.left(client.peer());
        });
        guard.onBodyFault(client::doubt);
        channel.channel().attr(GUEST).set(guest);
        channel.pipeline().addBefore("httpDecoder", "framing", guard);
    }

    private void receive(HttpServerRequest request) {
        Guest guest = guest(request);
        Exchange exchange = new Exchange(request, guest.connection(), this);
        run(exchange, 0);
    }

    private void refuse(HttpServerRequest request) {
        Throwable cause = request.decoderResult().cause();
        int status = 400;
        if (cause instanceof FramingFault fault) {
            status = fault.status();
        } else if (cause instanceof TooLongHttpLineException) {
            status = 414;
        } else if (cause instanceof TooLongHttpHeaderException) {
            status = 431;
        }
        new Exchange(request, guest(request).connection(), this).refuseAndClose(Problem.ofStatus(status));
    }

    @Override
    public void run(Exchange exchange, int fromStep) {
        try {
            for (int step = fromStep; step < interceptors.length && !exchange.isAnswered(); step++) {
                exchange.standsAt(step + 1);
                if (interceptors[step].handle(exchange) != Outcome.NEXT) {
                    return;
                }
            }
        } catch (ApiException refusal) {
            exchange.refuse(refusal);
        } catch (RuntimeException fault) {
            exchange.fail(fault);
        }
    }

    @Override
    public void ended(Exchange exchange, int status) {
        doors.metrics().record(exchange, status);
    }

    private void lookAround() {
        long now = System.nanoTime();
        proxy.enforceDeadlines();
        guests.stream().filter(guest -> guest.outstays(now, doors.config())).toList()
                .forEach(guest -> guest.connection().close());
    }

    /** How many requests are under way; told on this door's own event loop. */
    Future<Long> busy() {
        Promise<Long> counted = Promise.promise();
        context.runOnContext(
                here -> counted.complete(guests.stream().filter(guest -> guest.connection().isBusy()).count()));
        return counted.future();
    }

    HttpServer server() {
        return server;
    }

    private static Guest guest(HttpServerRequest request) {
        return ((ConnectionBase) request.connection()).channel().attr(GUEST).get();
    }
}
