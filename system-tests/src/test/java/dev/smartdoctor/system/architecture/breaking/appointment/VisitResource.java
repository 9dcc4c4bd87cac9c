package dev.smartdoctor.system.architecture.breaking.appointment;

import io.vertx.sqlclient.Pool;

/** Touches the database. */
public record VisitResource(Pool pool) {}
