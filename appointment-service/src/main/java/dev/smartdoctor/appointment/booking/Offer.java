package dev.smartdoctor.appointment.booking;

import dev.smartdoctor.appointment.visit.Appointment.PlaceRef;

/** A slot that may be taken now, since the locks are held: what was judged, where it is, and how the patient stands. */
record Offer(BookingContext context, PlaceRef place, Standing standing) {}
