package dev.smartdoctor.platform.problem;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import dev.smartdoctor.platform.json.NoFields;
import dev.smartdoctor.platform.page.Page;
import dev.smartdoctor.platform.page.PageRequest;
import dev.smartdoctor.platform.security.Caller;
import dev.smartdoctor.platform.security.Roles;
import dev.smartdoctor.platform.validation.PersonName;
import dev.smartdoctor.platform.validation.PlainText;
import io.quarkus.security.Authenticated;

/** One method for every way in which a request can go wrong. */
@Path("/probe")
@Produces(MediaType.APPLICATION_JSON)
public class ProbeResource {
    static final String SECRET = "jdbc password hunter2";

    private final Caller caller;

    ProbeResource(Caller caller) {
        this.caller = caller;
    }

    public enum Colour {
        RED,
        GREEN
    }

    public record Part(@NotNull @Min(1) Integer amount) {}

    public record ThingRequest(@NotBlank String name, Integer count, Boolean flag, LocalDate day, OffsetDateTime at,
            UUID id, Colour colour, @PersonName String person, List<@Valid Part> parts,
            @PlainText(max = 8, multiline = false) String note) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @PermitAll
    public ThingRequest echo(@Valid @NotNull ThingRequest thing) {
        return thing;
    }

    @POST
    @Path("/knock")
    @Consumes(MediaType.APPLICATION_JSON)
    @PermitAll
    public Map<String, Boolean> knock(NoFields body) {
        return Map.of("heard", true);
    }

    @GET
    @Path("/things/{id}")
    @PermitAll
    public Map<String, UUID> byId(@PathParam("id") UUID id) {
        return Map.of("id", id);
    }

    @GET
    @Path("/search")
    @PermitAll
    public Map<String, String> search(@QueryParam("doctorId") UUID doctorId, @QueryParam("from") LocalDate from,
            @QueryParam("at") OffsetDateTime at, @QueryParam("limit") Integer limit,
            @QueryParam("flag") @DefaultValue("false") boolean flag,
            @QueryParam("zone") @dev.smartdoctor.platform.validation.ZoneName String zone) {
        return Map.of("seen", doctorId + " " + from + " " + at + " " + limit + " " + zone + " " + flag);
    }

    @GET
    @Path("/pages")
    @PermitAll
    public Page<String> pages(@BeanParam @Valid PageRequest page) {
        return Page.of(List.of("one"), page, 1);
    }

    @GET
    @Path("/me")
    @Authenticated
    public Map<String, Object> me() {
        return Map.of("id", caller.id(), "roles", caller.roles(), "sid", caller.sessionId(), "doctor",
                caller.has(Roles.DOCTOR), "bearer", caller.bearer(), "expiry", caller.tokenExpiry());
    }

    @GET
    @Path("/anyone")
    @PermitAll
    public Map<String, Boolean> anyone() {
        return Map.of("anonymous", caller.isAnonymous());
    }

    @GET
    @Path("/doctors-only")
    @RolesAllowed(Roles.DOCTOR)
    public Map<String, String> doctorsOnly() {
        return Map.of("hello", "doctor");
    }

    @GET
    @Path("/internal")
    @RolesAllowed(Roles.SERVICE)
    public Map<String, String> internal() {
        return Map.of("caller", caller.subject());
    }

    @GET
    @Path("/unannotated")
    public String unannotated() {
        return "never seen";
    }

    @GET
    @Path("/twice")
    @PermitAll
    public Map<String, String> asJson() {
        return Map.of("as", "json");
    }

    @GET
    @Path("/twice")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @PermitAll
    public String asEvents() {
        return "event";
    }

    @GET
    @Path("/failure")
    @PermitAll
    public String failure() {
        throw new IllegalStateException(SECRET);
    }

    @GET
    @Path("/unavailable")
    @PermitAll
    public String unavailable() {
        throw new Unavailable("The queue is full.", java.time.Duration.ofSeconds(7));
    }

    @GET
    @Path("/conflict")
    @PermitAll
    public String conflict() {
        throw new Conflict("SLOT_TAKEN", "Somebody was faster.").with("alternatives", List.of("later"));
    }
}
