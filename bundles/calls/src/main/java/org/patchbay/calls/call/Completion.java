package org.patchbay.calls.call;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.patchbay.api.PortalId;
import org.patchbay.api.cluster.Registration;
import org.patchbay.api.extensions.Extension;

/** Who is to be called back when somebody who was busy is free: by both being called then. Thread-safe. */
final class Completion {

    /** How long somebody waits for it. */
    static final Duration PATIENCE = Duration.ofMinutes(45);

    private static final Duration BREATH = Duration.ofSeconds(3);
    private static final int MOST = 100_000;

    private record Key(PortalId portal, String extension) {}

    private record Wish(Extension by, Extension to, Registration end) {}

    /** Begins a call from one to another. */
    interface Starter {
        void start(PortalId portal, Extension from, Extension to);
    }

    private final Map<Key, String> met = new ConcurrentHashMap<>();
    private final Map<Key, Wish> wishes = new ConcurrentHashMap<>();
    private final Seats seats;
    private final Timers timers;
    private final Starter starter;

    Completion(Seats seats, Timers timers, Starter starter) {
        this.seats = seats;
        this.timers = timers;
        this.starter = starter;
    }

    /** Somebody met somebody busy. */
    void busy(PortalId portal, Extension caller, String called) {
        if (met.size() < MOST) {
            met.put(new Key(portal, caller.id()), called);
        }
    }

    /** Whom somebody met busy last, as dialled. */
    Optional<String> met(PortalId portal, Extension caller) {
        return Optional.ofNullable(met.get(new Key(portal, caller.id())));
    }

    /** Whether somebody wants to be called back. */
    boolean isWished(PortalId portal, Extension by) {
        return wishes.containsKey(new Key(portal, by.id()));
    }

    /** Somebody no longer wants to be called back; whether somebody did. */
    boolean cancel(PortalId portal, Extension by) {
        Wish wish = wishes.remove(new Key(portal, by.id()));
        if (wish != null) {
            wish.end().close();
        }
        return wish != null;
    }

    /** Somebody wants to be called back; the last wish of each counts. */
    void wish(PortalId portal, Extension by, Extension to) {
        cancel(portal, by);
        Key key = new Key(portal, by.id());
        if (wishes.size() < MOST) {
            wishes.put(key, new Wish(by, to, timers.after(PATIENCE, () -> wishes.remove(key))));
            free(portal, to.id());
        }
    }

    /** An extension may be free now. */
    void free(PortalId portal, String extension) {
        if (wishes.isEmpty()) {
            return;
        }
        List<Key> concerned = wishes.entrySet().stream()
                .filter(entry -> entry.getKey().portal().equals(portal))
                .filter(entry -> entry.getKey().extension().equals(extension)
                        || entry.getValue().to().id().equals(extension))
                .map(Map.Entry::getKey)
                .toList();
        concerned.forEach(key -> timers.after(BREATH, () -> look(key)));
    }

    private void look(Key key) {
        Wish wish = wishes.get(key);
        if (wish == null
                || seats.calls(key.portal(), wish.by().id()) > 0
                || seats.calls(key.portal(), wish.to().id()) > 0
                || !wishes.remove(key, wish)) {
            return;
        }
        wish.end().close();
        met.remove(key);
        starter.start(key.portal(), wish.by(), wish.to());
    }

    /** Forgets everything: the server ends. */
    void close() {
        wishes.values().forEach(wish -> wish.end().close());
        wishes.clear();
    }
}
