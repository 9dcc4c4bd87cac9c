package dev.smartdoctor.auth.audit;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import dev.smartdoctor.auth.activity.OwnCall;
import dev.smartdoctor.platform.page.Page;
import dev.smartdoctor.platform.page.PageRequest;
import dev.smartdoctor.platform.security.Roles;
import io.smallrye.mutiny.Uni;

/** The audit of access, for administrators. */
@Path("/api/admin/audit")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@OwnCall
@Tag(name = "Administration")
public class AuditResource {
    private final AuditRepository audit;

    AuditResource(AuditRepository audit) {
        this.audit = audit;
    }

    @GET
    @Operation(summary = "The audit of access, the newest first")
    @APIResponse(responseCode = "200", description = "A page of the audit, of one account where accountId is given")
    @APIResponse(responseCode = "403", description = "Not an administrator")
    public Uni<Page<AuditEventView>> list(@QueryParam("accountId") UUID accountId, @BeanParam @Valid PageRequest page) {
        return audit.list(accountId, page).map(found -> found.map(AuditEventView::of));
    }
}
