package org.patchbay.cluster;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.patchbay.api.Problem;
import org.patchbay.api.cluster.ClusterMap;

/** The entries of one map name, for all nodes. */
final class SharedMap {

    private final TreeMap<String, ExpiringValue> entries = new TreeMap<>();
    private final String name;
    private final Clock clock;
    private final Limits limits;
    private long bytes;

    SharedMap(String name, Clock clock, Limits limits) {
        this.name = name;
        this.clock = clock;
        this.limits = limits;
    }

    ClusterMap withTimeToLive(Duration timeToLive) {
        return new Handle(timeToLive);
    }

    /** Forgets what has expired. */
    synchronized void sweep() {
        Instant now = clock.instant();
        entries.values().removeIf(value -> value.expiredAt(now));
        bytes = entries.values().stream().mapToLong(ExpiringValue::size).sum();
    }

    private synchronized Optional<byte[]> get(String key) {
        Instant now = clock.instant();
        return Optional.ofNullable(entries.get(key))
                .filter(value -> !value.expiredAt(now))
                .map(ExpiringValue::copy);
    }

    private synchronized void put(String key, ExpiringValue value) {
        if (isFull(key, value)) {
            sweep();
            if (isFull(key, value)) {
                throw Problem.LIMITED.because("cluster.map-full", "The shared map " + name + " is full");
            }
        }
        remove(key);
        entries.put(key, value);
        bytes += value.size();
    }

    private boolean isFull(String key, ExpiringValue value) {
        return bytes + value.size() > limits.mapBytes()
                || (entries.size() >= limits.mapEntries() && !entries.containsKey(key));
    }

    private synchronized void remove(String key) {
        ExpiringValue before = entries.remove(key);
        if (before != null) {
            bytes -= before.size();
        }
    }

    private synchronized Map<String, byte[]> entries(String prefix, int most) {
        Instant now = clock.instant();
        Map<String, byte[]> found = new LinkedHashMap<>();
        for (Map.Entry<String, ExpiringValue> entry : entries.tailMap(prefix).entrySet()) {
            if (found.size() >= most || !entry.getKey().startsWith(prefix)) {
                break;
            }
            if (!entry.getValue().expiredAt(now)) {
                found.put(entry.getKey(), entry.getValue().copy());
            }
        }
        return found;
    }

    /** The map as one caller sees it, with the caller's time to live. */
    private final class Handle implements ClusterMap {

        private final Duration timeToLive;

        private Handle(Duration timeToLive) {
            this.timeToLive = timeToLive;
        }

        @Override
        public Optional<byte[]> get(String key) {
            return SharedMap.this.get(key);
        }

        @Override
        public void put(String key, byte[] value) {
            Limits.checkKey(key);
            Instant expires = clock.instant().plus(timeToLive);
            SharedMap.this.put(key, new ExpiringValue(Limits.copyOfValue(value), expires));
        }

        @Override
        public boolean putIfAbsent(String key, byte[] value) {
            synchronized (SharedMap.this) {
                if (get(key).isPresent()) {
                    return false;
                }
                put(key, value);
                return true;
            }
        }

        @Override
        public boolean replace(String key, byte[] expected, byte[] value) {
            synchronized (SharedMap.this) {
                if (get(key).filter(present -> Arrays.equals(present, expected)).isEmpty()) {
                    return false;
                }
                put(key, value);
                return true;
            }
        }

        @Override
        public void remove(String key) {
            SharedMap.this.remove(key);
        }

        @Override
        public Map<String, byte[]> entries(String prefix, int limit) {
            return SharedMap.this.entries(prefix, limit);
        }
    }
}
