package dev.smartdoctor.appointment.availability;

import java.util.Comparator;
import java.util.List;

/** The stretches that block a doctor's time, merged and sorted, so that a look-up is one binary search. */
final class BlockedTimes {

    private final long[] from;
    private final long[] to;
    private int size;

    private BlockedTimes(int capacity) {
        from = new long[capacity];
        to = new long[capacity];
    }

    static BlockedTimes of(List<TakenTime> taken) {
        BlockedTimes blocked = new BlockedTimes(taken.size());
        taken.stream().filter(TakenTime::blocks).sorted(Comparator.comparing(TakenTime::from)).forEach(blocked::add);
        return blocked;
    }

    boolean isFree(long start, long end) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (to[middle] > start) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low == size || from[low] >= end;
    }

    private void add(TakenTime time) {
        long begin = time.from().getEpochSecond();
        // A range that ends within a second still takes that second.
        long finish = time.to().getNano() == 0 ? time.to().getEpochSecond() : time.to().getEpochSecond() + 1;
        if (size > 0 && begin <= to[size - 1]) {
            to[size - 1] = Math.max(to[size - 1], finish);
        } else {
            from[size] = begin;
            to[size++] = finish;
        }
    }
}
