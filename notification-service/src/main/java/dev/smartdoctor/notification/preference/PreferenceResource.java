package dev.smartdoctor.notification.preference;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import dev.smartdoctor.platform.security.Caller;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;

/** A caller's own notification preferences. */
@Path("/api/notifications/preferences")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Notifications")
public class PreferenceResource {
    private final PreferenceService preferences;
    private final Caller caller;

    PreferenceResource(PreferenceService preferences, Caller caller) {
        this.preferences = preferences;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "The own preferences, the defaults included")
    public Uni<PreferencesView> own() {
        return preferences.of(caller.id()).map(PreferencesView::of);
    }

    @PUT
    @Operation(summary = "Replace the own preferences")
    public Uni<PreferencesView> replace(@Valid @NotNull PreferencesRequest request) {
        return preferences.replace(caller.id(), request)
                .onFailure(PreferenceService::isLostRace).retry().atMost(1)
                .map(PreferencesView::of);
    }
}
