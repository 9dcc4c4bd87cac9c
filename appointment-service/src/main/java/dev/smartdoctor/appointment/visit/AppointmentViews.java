package dev.smartdoctor.appointment.visit;

import java.time.Clock;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.smartdoctor.appointment.clinicaltext.ClinicalField;
import dev.smartdoctor.appointment.clinicaltext.ClinicalText;
import io.vertx.core.buffer.Buffer;

/** Shows a visit to a person: the one place where clinical text is opened, and where it is withheld. */
@ApplicationScoped
public class AppointmentViews {

    private final ClinicalText clinicalText;
    private final Clock clock;

    public AppointmentViews(ClinicalText clinicalText, Clock clock) {
        this.clinicalText = clinicalText;
        this.clock = clock;
    }

    public AppointmentView view(Appointment appointment, Actor actor) {
        Relation relation = Relation.of(actor, appointment);
        boolean clinical = relation.readsClinicalText();
        Appointment.SealedTexts texts = clinical ? appointment.texts() : Appointment.SealedTexts.NONE;
        return new AppointmentView(appointment.id(), appointment.status().code(), appointment.version(),
                new AppointmentView.Doctor(appointment.doctor().id(), appointment.doctor().name(),
                        appointment.doctor().specialty()),
                new AppointmentView.Location(appointment.place().id(), appointment.place().name()),
                new AppointmentView.Patient(appointment.patient().id(), appointment.patient().name(),
                        relation.isStaff() ? appointment.patient().phone() : null),
                appointment.localStart(), appointment.localEnd(), appointment.place().zone().getId(),
                appointment.rules().code(), open(appointment, ClinicalField.REASON, texts.reason()),
                open(appointment, ClinicalField.SUMMARY, texts.summary()),
                open(appointment, ClinicalField.NOTES, texts.notes()), clinical ? appointment.triageLevel() : null,
                AppointmentPolicy.allowed(appointment, relation, clock.instant()));
    }

    private String open(Appointment appointment, ClinicalField field, Buffer sealed) {
        UUID id = appointment.id();
        return clinicalText.open(appointment.patient().key(), id, field, sealed);
    }
}
