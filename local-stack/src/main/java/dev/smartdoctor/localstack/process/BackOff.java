package dev.smartdoctor.localstack.process;

import java.time.Duration;

/**
 * How long to wait before a part is started again: not at all after a part that had worked for a while, and ever longer
 * for one that keeps dying, so that a crash loop does not eat the machine. The first five waits stay below five
 * seconds.
 */
public final class BackOff {

    private static final Duration STEADY = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int CRASH_LOOP = 4;

    private int quickDeaths;

    /**
     * Counts one death.
     *
     * @param worked
     *            how long the part had been ready; zero when it never was
     * @return how long to wait before the next start
     */
    public Duration afterDeath(Duration worked) {
        quickDeaths = worked.compareTo(STEADY) >= 0 ? 1 : quickDeaths + 1;
        if (quickDeaths == 1) {
            return Duration.ZERO;
        }
        Duration wait = Duration.ofMillis(250L << Math.min(quickDeaths - 2, 10));
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }

    public int quickDeaths() {
        return quickDeaths;
    }

    public boolean isCrashLoop() {
        return quickDeaths >= CRASH_LOOP;
    }
}
