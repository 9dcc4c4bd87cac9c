package dev.smartdoctor.notification.planning;

import java.time.Clock;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import dev.smartdoctor.platform.outbox.DomainEvent;
import dev.smartdoctor.platform.stream.EventHandler;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Turns each event of {@code appointment.events} into its plan, in the transaction that takes the event in. */
@ApplicationScoped
public class AppointmentEventsConsumer implements EventHandler {
    private final PlanRepository plans;
    private final Event<MessagesPlanned> planned;
    private final VisitPlanner planner;

    AppointmentEventsConsumer(PlanRepository plans, Event<MessagesPlanned> planned, PlanningConfig config,
            Clock clock) {
        this.plans = plans;
        this.planned = planned;
        this.planner = new VisitPlanner(config.offsets(), clock);
    }

    @Override
    public String stream() {
        return "appointment.events";
    }

    @Override
    public Set<String> types() {
        return VisitPlanner.TYPES;
    }

    @Override
    public Uni<Void> handle(SqlConnection tx, DomainEvent event) {
        return plans.save(tx, planner.plan(event));
    }

    @Override
    public void afterCommit() {
        planned.fire(new MessagesPlanned());
    }
}
