package dev.smartdoctor.appointment.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A medical specialty; seeded by migration, known to clients by its code. */
@Entity
@Table(name = "specialty")
class Specialty {

    @Id
    String code;
    @Column(nullable = false)
    String name;
    @Column(nullable = false)
    int position;
}
