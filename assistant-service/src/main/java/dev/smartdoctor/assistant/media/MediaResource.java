package dev.smartdoctor.assistant.media;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import dev.smartdoctor.platform.security.Roles;

/** Says that no model for pictures or speech is set; nothing that is sent here is read. */
@Path("/api/assistant")
@Consumes(MediaType.MULTIPART_FORM_DATA)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({ Roles.PATIENT, Roles.DOCTOR, Roles.RECEPTIONIST, Roles.ADMIN })
public class MediaResource {

    @POST
    @Path("/images")
    public void image() {
        throw new NotConfigured("pictures");
    }

    @POST
    @Path("/transcriptions")
    public void transcription() {
        throw new NotConfigured("speech");
    }
}
