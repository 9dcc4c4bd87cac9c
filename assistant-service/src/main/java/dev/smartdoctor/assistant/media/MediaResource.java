package dev.smartdoctor.assistant.media;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import dev.smartdoctor.platform.security.Roles;

/** Says that no model for pictures or speech is set; nothing that is sent here is read. */
@Path("/api/assistant")
@Consumes(MediaType.MULTIPART_FORM_DATA)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({ Roles.PATIENT, Roles.DOCTOR, Roles.RECEPTIONIST, Roles.ADMIN })
@Tag(name = "Assistant")
public class MediaResource {

    @POST
    @Path("/images")
    @Operation(summary = "Send a picture")
    @RequestBody(content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "503", description = "NOT_CONFIGURED: no model for pictures is set")
    public void image() {
        throw new NotConfigured("pictures");
    }

    @POST
    @Path("/transcriptions")
    @Operation(summary = "Have speech written down")
    @RequestBody(content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "503", description = "NOT_CONFIGURED: no model for speech is set")
    public void transcription() {
        throw new NotConfigured("speech");
    }
}
