package dev.smartdoctor.assistant.appointments;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import dev.smartdoctor.platform.deadline.Deadline;
import dev.smartdoctor.platform.problem.ApiException;
import dev.smartdoctor.platform.problem.Unavailable;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * Free times and visits in the assistant's own terms. A refusal of appointment-service is an {@link AppointmentRefused}; a
 * service that cannot be reached or answers nonsense is an {@link Unavailable}.
 */
@ApplicationScoped
public class Appointments {

    private static final Logger LOG = Logger.getLogger(Appointments.class);
    private static final Duration RETRY = Duration.ofSeconds(5);
    private static final Set<String> COMING = Set.of("booked", "pending");
    private static final int MOST_VISITS = 20;
    private static final ZoneOffset LAST_ZONE = ZoneOffset.ofHours(-12);

    private final AppointmentServiceClient client;
    private final Clock clock;

    Appointments(@RestClient AppointmentServiceClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    /** The free times of a specialty in the next seven days, the earliest first. */
    public Uni<List<SlotOffer>> slots(String specialty) {
        LocalDate today = today();
        return answer(client.slots(specialty, null, today, today.plusDays(6))).map(Appointments::offers);
    }

    /** The free times of one doctor in the next two weeks, the earliest first. */
    public Uni<List<SlotOffer>> slots(UUID doctorId) {
        LocalDate today = today();
        return answer(client.slots(null, doctorId, today, today.plusDays(13))).map(Appointments::offers);
    }

    /** The person's own: staff are told of the visits of others too, which are no business of a conversation about oneself. */
    public Uni<List<Visit>> comingVisits(UUID patientId, String bearer) {
        return answer(client.appointments(bearer, patientId, today(), 100)).map(this::visits);
    }

    public Uni<JsonObject> appointment(String bearer, UUID id) {
        return answer(client.appointment(bearer, id));
    }

    public Uni<JsonObject> book(String bearer, UUID key, JsonObject booking) {
        return answer(client.book(bearer, key.toString(), booking.encode()));
    }

    /** @param version the visit as the person knows it: one that has changed since is refused (412) */
    public Uni<JsonObject> cancel(String bearer, UUID id, Integer version) {
        return answer(client.change(bearer, id, "cancel", ifMatch(version), "{}"));
    }

    /** @param version the visit as the person knows it: one that has changed since is refused (412) */
    public Uni<JsonObject> reschedule(String bearer, UUID id, Integer version, JsonObject change) {
        return answer(client.change(bearer, id, "reschedule", ifMatch(version), change.encode()));
    }

    /** Offers of before this was kept have none. */
    private static String ifMatch(Integer version) {
        return version == null ? null : "\"" + version + "\"";
    }

    /** The earliest date that it is anywhere: dates are by each location's calendar, and what is past is not offered. */
    static LocalDate earliestDate(Instant now) {
        return LocalDate.ofInstant(now, LAST_ZONE);
    }

    private LocalDate today() {
        return earliestDate(clock.instant());
    }

    private static Uni<JsonObject> answer(Uni<RestResponse<String>> call) {
        return Deadline.limit(call).onFailure(WebApplicationException.class).recoverWithItem(Appointments::refusal)
                .onFailure(failure -> !(failure instanceof ApiException)).transform(failure -> {
                    LOG.warnf("appointment-service cannot be reached: %s", failure.getClass().getSimpleName());
                    return new Unavailable("Appointments cannot be reached right now.", RETRY);
                }).map(Appointments::read);
    }

    private static RestResponse<String> refusal(Throwable failure) {
        Response response = ((WebApplicationException) failure).getResponse();
        // By number: 422 is none of the named ones.
        return ResponseBuilder.<String>create(response.getStatus()).entity(response.readEntity(String.class)).build();
    }

    private static JsonObject read(RestResponse<String> response) {
        JsonObject body = parse(response.getEntity());
        if (response.getStatus() < 300 && body != null) {
            return body;
        }
        if (response.getStatus() >= 400 && response.getStatus() < 500 && body != null) {
            throw AppointmentRefused.of(response.getStatus(), body);
        }
        LOG.warnf("appointment-service answered %d", (Integer) response.getStatus());
        throw new Unavailable("Appointments cannot be reached right now.", RETRY);
    }

    private static JsonObject parse(String body) {
        try {
            return body == null || body.isBlank() ? new JsonObject() : new JsonObject(body);
        } catch (RuntimeException notJson) {
            return null;
        }
    }

    private static List<SlotOffer> offers(JsonObject answer) {
        List<SlotOffer> offers = new ArrayList<>();
        JsonArray slots = answer.getJsonArray("slots", new JsonArray());
        for (int i = 0; i < slots.size(); i++) {
            JsonObject slot = slots.getJsonObject(i);
            offers.add(new SlotOffer(UUID.fromString(slot.getString("doctorId")), slot.getString("doctorName"),
                    OffsetDateTime.parse(slot.getString("start")), slot.getString("timeZone"),
                    slot.getString("visitType")));
        }
        offers.sort(Comparator.comparing((SlotOffer offer) -> offer.start().toInstant())
                .thenComparing(SlotOffer::doctorName));
        return offers;
    }

    private List<Visit> visits(JsonObject answer) {
        List<Visit> visits = new ArrayList<>();
        JsonArray items = answer.getJsonArray("items", new JsonArray());
        for (int i = 0; i < items.size(); i++) {
            JsonObject item = items.getJsonObject(i);
            OffsetDateTime start = OffsetDateTime.parse(item.getString("start"));
            if (COMING.contains(item.getString("status")) && start.toInstant().isAfter(clock.instant())) {
                JsonObject doctor = item.getJsonObject("doctor");
                visits.add(new Visit(UUID.fromString(item.getString("id")), item.getInteger("version"),
                        UUID.fromString(doctor.getString("id")),
                        doctor.getString("name"), start, item.getString("timeZone")));
            }
        }
        visits.sort(Comparator.comparing((Visit visit) -> visit.start().toInstant()));
        return visits.stream().limit(MOST_VISITS).toList();
    }
}
