package dev.smartdoctor.appointment.visit;

import dev.smartdoctor.platform.validation.PlainText;

/** The doctor's notes on a finished visit. */
public record CompleteRequest(@PlainText(max = 10_000) String notes) {}
