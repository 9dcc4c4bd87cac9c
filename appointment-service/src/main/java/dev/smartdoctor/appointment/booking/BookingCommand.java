package dev.smartdoctor.appointment.booking;

import dev.smartdoctor.appointment.visit.Actor;

/** A booking ready to be carried out: who asks, which slot for whom, with which texts and proof, under which key. */
record BookingCommand(Actor actor, SlotRequest slot, String reason, String summary, String triageProof, String key) {

    static final String ROUTE = "POST /api/appointments";

    static BookingCommand of(Actor actor, BookRequest request, String key) {
        SlotRequest slot = new SlotRequest(request.doctorId(), request.start().toInstant(),
                BookingPolicy.visitType(request.visitType()), BookingPolicy.patient(actor, request.patientId()),
                actor.id(), request.holdId(), null);
        return new BookingCommand(actor, slot, request.reason(), request.summary(), request.triageProof(),
                BookingPolicy.key(key));
    }

    /** Equal for equal bookings, however the JSON was written; lengths keep neighbouring texts apart. */
    String canonical() {
        StringBuilder text = new StringBuilder();
        for (Object part : new Object[]{ slot.doctorId(), slot.start(), slot.visitType(), slot.patientId(),
                slot.holdId(), reason, summary, triageProof }) {
            String value = part == null ? "" : part.toString();
            text.append(part == null ? -1 : value.length()).append(':').append(value).append(';');
        }
        return text.toString();
    }
}
