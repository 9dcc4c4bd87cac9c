package dev.smartdoctor.appointment.visit;

import dev.smartdoctor.platform.validation.PlainText;

/** Why a visit is cancelled; kept sealed, like every text about a patient. */
public record CancelRequest(@PlainText(max = 1000) String reason) {}
