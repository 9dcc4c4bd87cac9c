package dev.smartdoctor.system.architecture.breaking.appointment;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.PathParam;

import io.vertx.sqlclient.Pool;

/** Touches the database, and never looks at the body that it may be sent. */
public record VisitResource(Pool pool) {

    @POST
    public void checkIn(@PathParam("id") String id) {
        pool.query(id);
    }
}
