package dev.smartdoctor.appointment.availability;

import java.util.List;

/** The answer of the slot listing. */
public record SlotsView(List<SlotView> slots) {}
