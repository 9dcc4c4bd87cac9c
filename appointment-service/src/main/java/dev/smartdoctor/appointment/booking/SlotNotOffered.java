package dev.smartdoctor.appointment.booking;

import dev.smartdoctor.platform.problem.ApiException;

/** The start is not one of the times that the rules offer, taken or not. */
public class SlotNotOffered extends ApiException {

    public SlotNotOffered() {
        super(422, "SLOT_NOT_OFFERED", "Slot not offered", "No visit can start at that time.");
    }
}
