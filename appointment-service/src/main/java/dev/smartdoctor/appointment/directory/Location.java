package dev.smartdoctor.appointment.directory;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A house of the clinic. Its zone is what every wall-clock rule there means. */
@Entity
@Table(name = "location")
class Location {

    @Id
    UUID id;
    @Column(nullable = false)
    String name;
    @Column(nullable = false)
    String timeZone;
    @Column(nullable = false)
    String country;
    String address;
    String phone;
    boolean active = true;
    @Column(nullable = false)
    Instant createdAt;
}
