package dev.smartdoctor.platform.trace;

import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Scope;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/**
 * Runs work that no request began (an event that was heard, a message that is due) under the trace that caused it, on a Vert.x
 * context of its own, so that log lines and further events name that trace.
 */
public final class TracedWork {
    private static final Pattern TRACEPARENT = Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})");

    private TracedWork() {
    }

    /** @param traceparent the cause's; null or of another form starts no trace */
    public static <T> Uni<T> under(Vertx vertx, String traceparent, Supplier<Uni<T>> work) {
        return Uni.createFrom().emitter(emitter -> {
            Context own = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
            VertxContextSafetyToggle.setContextSafe(own, true);
            own.runOnContext(ignored -> {
                // Never closed, and needs not be: it belongs to the context of this work alone, which ends with it.
                Scope scope = trace(traceparent).makeCurrent();
                Uni.createFrom().deferred(work::get).onTermination().invoke(scope::close)
                        .subscribe().with(emitter::complete, emitter::fail);
            });
        });
    }

    private static io.opentelemetry.context.Context trace(String traceparent) {
        Matcher parts = TRACEPARENT.matcher(traceparent == null ? "" : traceparent);
        return parts.matches()
                ? io.opentelemetry.context.Context.root()
                        .with(Span.wrap(SpanContext.createFromRemoteParent(parts.group(1), parts.group(2),
                                TraceFlags.fromHex(parts.group(3), 0), TraceState.getDefault())))
                : io.opentelemetry.context.Context.root();
    }
}
