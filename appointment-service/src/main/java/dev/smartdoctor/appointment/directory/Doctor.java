package dev.smartdoctor.appointment.directory;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;

/** A doctor of the directory; {@code accountId} is {@code null} for one who does not sign in. */
@Entity
@Table(name = "doctor")
class Doctor {

    @Id
    UUID id;
    UUID accountId;
    @Column(nullable = false)
    String fullName;
    @Column(nullable = false)
    String specialty;
    @Column(nullable = false)
    String[] languages = {};
    String bio;
    boolean active = true;
    @Column(nullable = false)
    Instant createdAt;
    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "doctor_location", joinColumns = @JoinColumn(name = "doctor_id"))
    @Column(name = "location_id", nullable = false)
    Set<UUID> locationIds = new LinkedHashSet<>();

    static String[] distinct(List<String> languages) {
        return languages.stream().distinct().toArray(String[]::new);
    }
}
