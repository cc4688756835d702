package org.patchbay.web.entry;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts what is under way for each key, and lets no more than so many in. Thread-safe. */
public final class AddressGate {

    private final Map<String, Integer> inside = new ConcurrentHashMap<>();
    private final int limit;

    /** A gate that lets this many in for each key. */
    public AddressGate(int limit) {
        this.limit = limit;
    }

    /** Lets one in; false at the limit. */
    public boolean enter(String key) {
        var entered = new boolean[1];
        inside.compute(key, (k, count) -> {
            var present = count == null ? 0 : count;
            entered[0] = present < limit;
            return entered[0] ? Integer.valueOf(present + 1) : count;
        });
        return entered[0];
    }

    /** One that was let in leaves. */
    public void leave(String key) {
        inside.computeIfPresent(key, (k, count) -> count > 1 ? Integer.valueOf(count - 1) : null);
    }
}
