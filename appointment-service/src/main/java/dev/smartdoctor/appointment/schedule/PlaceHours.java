package dev.smartdoctor.appointment.schedule;

import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

import dev.smartdoctor.appointment.availability.WeeklyWindow;

/** A doctor's weekly hours at one location. */
record PlaceHours(UUID locationId, ZoneId zone, List<WeeklyWindow> windows) {}
