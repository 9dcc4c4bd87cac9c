package dev.smartdoctor.platform.data;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;

/** Things by id. */
@ApplicationScoped
public class ThingRepository implements PanacheRepositoryBase<Thing, UUID> {
}
