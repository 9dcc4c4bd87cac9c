package dev.smartdoctor.platform.data;

import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** An entity for tests of the way through Hibernate Reactive. */
@Entity
public class Thing {
    @Id
    UUID id;
    String name;

    protected Thing() {
    }

    Thing(UUID id, String name) {
        this.id = id;
        this.name = name;
    }

    public UUID getId() {
        return id;
    }

    public String getName() {
        return name;
    }
}
