package dev.smartdoctor.appointment.availability;

import java.time.Duration;
import java.time.Instant;

import io.vertx.mutiny.sqlclient.Row;

/**
 * The rules of one kind of visit. {@code dailyLimit} is per doctor and local day, {@code null} meaning none;
 * {@code activeLimit} is the number of open visits a patient may have.
 */
public record VisitRules(String code, Duration duration, Duration bufferBefore, Duration bufferAfter, Duration notice,
        Duration cancelWindow, Duration rescheduleWindow, int horizonMonths, Integer dailyLimit, int activeLimit,
        boolean needsApproval) {

    /** The columns {@link #from(Row)} reads, of a table or alias {@code v}. */
    public static final String COLUMNS = """
            v.code as visit_code, v.duration_minutes, v.buffer_before_minutes, v.buffer_after_minutes, v.notice_minutes,
            v.cancel_window_minutes, v.reschedule_window_minutes, v.horizon_months, v.daily_limit, v.active_limit,
            v.needs_approval""";

    public static VisitRules from(Row row) {
        return new VisitRules(row.getString("visit_code"), minutes(row, "duration_minutes"),
                minutes(row, "buffer_before_minutes"), minutes(row, "buffer_after_minutes"),
                minutes(row, "notice_minutes"), minutes(row, "cancel_window_minutes"),
                minutes(row, "reschedule_window_minutes"), row.getInteger("horizon_months"),
                row.getInteger("daily_limit"), row.getInteger("active_limit"), row.getBoolean("needs_approval"));
    }

    public Instant end(Instant start) {
        return start.plus(duration);
    }

    /** Where the doctor's time for a visit that starts then begins, buffer included. */
    public Instant busyFrom(Instant start) {
        return start.minus(bufferBefore);
    }

    /** Where the doctor's time for a visit that starts then ends, buffer included. */
    public Instant busyTo(Instant start) {
        return end(start).plus(bufferAfter);
    }

    private static Duration minutes(Row row, String column) {
        return Duration.ofMinutes(row.getInteger(column));
    }
}
