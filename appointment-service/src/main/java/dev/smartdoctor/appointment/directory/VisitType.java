package dev.smartdoctor.appointment.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The public face of a kind of visit; its rules are read by {@code availability}. */
@Entity
@Table(name = "visit_type")
class VisitType {

    @Id
    String code;
    @Column(nullable = false)
    String name;
    int durationMinutes;
    int noticeMinutes;
    int cancelWindowMinutes;
    int rescheduleWindowMinutes;
    int horizonMonths;
    boolean needsApproval;
    @Column(nullable = false)
    String channel;
    boolean active;
}
