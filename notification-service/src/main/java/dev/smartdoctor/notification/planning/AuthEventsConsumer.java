package dev.smartdoctor.notification.planning;

import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import dev.smartdoctor.platform.outbox.DomainEvent;
import dev.smartdoctor.platform.stream.EventHandler;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Turns each event of {@code auth.events} into its plan, in the transaction that takes the event in. */
@ApplicationScoped
public class AuthEventsConsumer implements EventHandler {
    private final PlanRepository plans;
    private final Event<MessagesPlanned> planned;
    private final AccountPlanner planner = new AccountPlanner();

    AuthEventsConsumer(PlanRepository plans, Event<MessagesPlanned> planned) {
        this.plans = plans;
        this.planned = planned;
    }

    @Override
    public String stream() {
        return "auth.events";
    }

    @Override
    public Set<String> types() {
        return AccountPlanner.TYPES;
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
