package dev.smartdoctor.appointment.availability;

import java.time.OffsetDateTime;
import java.util.UUID;

/** A bookable time. Times are ISO 8601 with the location's offset, written once here since lists of them are long. */
public record SlotView(UUID doctorId, String doctorName, UUID locationId, String timeZone, String start, String end,
        String visitType) {

    static SlotView of(Slot slot, DoctorSchedule schedule, String visitType) {
        String zone = schedule.place(slot.locationId()).orElseThrow().zone().getId();
        return new SlotView(slot.doctorId(), schedule.doctorName(), slot.locationId(), zone, text(slot.start()),
                text(slot.end()), visitType);
    }

    /** As {@code ISO_OFFSET_DATE_TIME} writes it, seconds always there; a listing formats ten thousand of them. */
    static String text(OffsetDateTime time) {
        StringBuilder text = new StringBuilder(25).append(time.toLocalDate()).append('T');
        twoDigits(text, time.getHour()).append(':');
        twoDigits(text, time.getMinute()).append(':');
        return twoDigits(text, time.getSecond()).append(time.getOffset().getId()).toString();
    }

    private static StringBuilder twoDigits(StringBuilder text, int number) {
        return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }
}
