package dev.smartdoctor.appointment.booking;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import dev.smartdoctor.appointment.availability.VisitRules;

/**
 * The advisory locks of a booking, sorted so that two bookings never wait for each other crosswise: the doctor's days
 * that the visit and its buffers touch, the patient, and the caller whose holds are counted. A collision of keys costs a
 * wait, never correctness.
 */
final class LockKeys {

    private static final long MIX = 0x9E3779B97F4A7C15L;

    private LockKeys() {
    }

    static Long[] of(SlotRequest request, VisitRules rules, ZoneId zone) {
        LocalDate first = LocalDate.ofInstant(rules.busyFrom(request.start()), zone);
        LocalDate last = LocalDate.ofInstant(rules.busyTo(request.start()), zone);
        LongStream days = LongStream.rangeClosed(first.toEpochDay(), last.toEpochDay())
                .map(day -> key(request.doctorId(), day));
        LongStream people = Stream.of(request.requestedBy(), request.patientId()).filter(id -> id != null)
                .mapToLong(id -> key(id, -1));
        return LongStream.concat(days, people).sorted().distinct().boxed().toArray(Long[]::new);
    }

    private static long key(UUID id, long salt) {
        long key = (id.getMostSignificantBits() ^ Long.rotateLeft(id.getLeastSignificantBits(), 32)) + salt * MIX;
        key = (key ^ (key >>> 32)) * MIX;
        return key ^ (key >>> 29);
    }
}
