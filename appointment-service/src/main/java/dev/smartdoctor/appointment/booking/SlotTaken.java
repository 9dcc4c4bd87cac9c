package dev.smartdoctor.appointment.booking;

import java.util.List;

import dev.smartdoctor.appointment.availability.SlotView;
import dev.smartdoctor.platform.problem.Conflict;

/** Someone else has the slot. */
public class SlotTaken extends Conflict {

    public SlotTaken() {
        super("SLOT_TAKEN", "This time has just been taken.");
    }

    SlotTaken withAlternatives(List<SlotView> alternatives) {
        with("alternatives", alternatives);
        return this;
    }
}
