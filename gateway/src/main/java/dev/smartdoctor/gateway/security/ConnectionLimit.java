package dev.smartdoctor.gateway.security;

import java.util.concurrent.ConcurrentHashMap;

/** How many connections one address may hold open at the same time, over all event loops. */
public final class ConnectionLimit {
    private final ConcurrentHashMap<String, Integer> open = new ConcurrentHashMap<>();
    private final int allowed;

    public ConnectionLimit(int allowed) {
        this.allowed = allowed;
    }

    /** @return whether one more is allowed; if so it counts until {@link #closed} */
    public boolean opened(String address) {
        boolean[] fits = new boolean[1];
        open.compute(address, (key, count) -> {
            int now = count == null ? 0 : count;
            fits[0] = now < allowed;
            return fits[0] ? Integer.valueOf(now + 1) : count;
        });
        return fits[0];
    }

    public void closed(String address) {
        open.computeIfPresent(address, (key, count) -> count == 1 ? null : count - 1);
    }
}
