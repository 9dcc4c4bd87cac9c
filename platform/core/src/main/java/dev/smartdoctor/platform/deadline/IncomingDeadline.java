package dev.smartdoctor.platform.deadline;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;

/** Starts the clock when a request comes in, and refuses it where its time is over before its resource method would begin. */
@ApplicationScoped
public class IncomingDeadline {
    private static final int BEFORE_ALL = 20_000;
    private static final int AFTER_ALL = 10_000;
    /** Eleven days in milliseconds: more is nonsense. */
    private static final int MOST_DIGITS = 9;

    void register(@Observes Filters filters) {
        filters.register(IncomingDeadline::begin, BEFORE_ALL);
    }

    private static void begin(RoutingContext context) {
        String budget = context.request().getHeader(Deadline.HEADER);
        if (budget != null && isNumber(budget)) {
            Deadline.begin(Duration.ofMillis(Long.parseLong(budget)));
        }
        context.next();
    }

    @ServerRequestFilter(priority = AFTER_ALL)
    public void refuseWhatIsTooLate() {
        if (Deadline.leftMillis().orElse(1) == 0) {
            throw Deadline.over();
        }
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.length() <= MOST_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
