package org.patchbay.jvb.bridge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.patchbay.jvb.colibri.ColibriException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks whether the legs of a conference hear each other, as long as there are several, and links those anew that do not: two
 * videobridges may be up and lose sight of each other. It begins with the second leg. Thread-safe.
 */
final class RelayWatch {

    private static final Logger log = LoggerFactory.getLogger(RelayWatch.class);

    /** So many looks in a row must say that something is wrong. */
    private static final int LOOKS = 3;

    /** After so many good looks in a row it is well again. */
    private static final int WELL = 12;

    /** Each time that it did not help, twice as many looks pass until the next try; so often at most. */
    private static final int MOST_DOUBLED = 5;

    private final Legs legs;
    private final Consumer<Runnable> inTurn;
    private Map<Link, Found> found = new HashMap<>();
    private @Nullable Server on;
    private int rounds;

    /** A watch over these legs; requests about the conference are made in turn. */
    RelayWatch(Legs legs, Consumer<Runnable> inTurn) {
        this.legs = legs;
        this.inTurn = inTurn;
    }

    /** Looks from now on, if it does not yet, or did so on the threads of a videobridge that was left. */
    synchronized void begin() {
        Server before = on;
        if (before == null || !legs.areOn(before)) {
            again();
        }
    }

    private synchronized void again() {
        int round = ++rounds;
        Optional<Server> next =
                legs.all().stream().map(JvbConference::server).findFirst().filter(server -> legs.size() > 1);
        on = next.orElse(null);
        next.ifPresent(server -> server.works().later(server.betweenLooksAtRelays(), () -> look(round)));
    }

    private void look(int round) {
        if (!isLatest(round)) {
            return;
        }
        try {
            judgeAll();
        } finally {
            if (isLatest(round)) {
                again();
            }
        }
    }

    private synchronized boolean isLatest(int round) {
        return round == rounds;
    }

    private void judgeAll() {
        List<JvbConference> all = legs.all();
        Map<JvbConference, Map<String, RelayState>> told = new HashMap<>();
        all.forEach(leg -> told(leg).ifPresent(states -> told.put(leg, states)));
        Map<Link, Found> now = new HashMap<>();
        for (int i = 0; i < all.size(); i++) {
            for (JvbConference other : all.subList(i + 1, all.size())) {
                var link = new Link(all.get(i), other);
                if (told.containsKey(link.one()) && told.containsKey(other)) {
                    now.put(link, judge(link, told));
                }
            }
        }
        found = now;
    }

    private static Optional<Map<String, RelayState>> told(JvbConference leg) {
        try {
            return leg.server().health().isUp() ? leg.relays() : Optional.empty();
        } catch (ColibriException e) {
            log.debug("The relays of {} cannot be looked at: {}", leg.server().name(), e.getMessage());
            return Optional.empty();
        }
    }

    private Found judge(Link link, Map<JvbConference, Map<String, RelayState>> told) {
        Found before = found.getOrDefault(link, Found.NEW);
        Found now = before.after(state(told, link.one(), link.other()), state(told, link.other(), link.one()));
        if (now.wrong() < LOOKS << Math.min(now.tries(), MOST_DOUBLED)) {
            return now;
        }
        link.renew(inTurn, legs);
        return now.renewed();
    }

    private static @Nullable RelayState state(
            Map<JvbConference, Map<String, RelayState>> told, JvbConference of, JvbConference to) {
        try {
            return told.getOrDefault(of, Map.of()).get(to.relayId());
        } catch (ColibriException e) {
            return null;
        }
    }

    /** What looks at a link said so far: how often in a row it was not there, or well, and how often it was made anew. */
    private record Found(Optional<RelayWay> there, Optional<RelayWay> back, int apart, int well, int tries) {

        static final Found NEW = new Found(Optional.empty(), Optional.empty(), 0, 0, 0);

        Found after(@Nullable RelayState one, @Nullable RelayState other) {
            if (one == null || other == null || !one.connected() || !other.connected()) {
                return new Found(Optional.empty(), Optional.empty(), apart + 1, 0, tries);
            }
            var to = there.map(way -> way.after(one, other)).orElseGet(() -> RelayWay.begin(one, other));
            var from = back.map(way -> way.after(other, one)).orElseGet(() -> RelayWay.begin(other, one));
            int good = to.wrong() + from.wrong() == 0 ? Math.min(WELL, well + 1) : 0;
            return new Found(Optional.of(to), Optional.of(from), 0, good, good < WELL ? tries : 0);
        }

        int wrong() {
            return Math.max(
                    apart,
                    Math.max(
                            there.map(RelayWay::wrong).orElse(0),
                            back.map(RelayWay::wrong).orElse(0)));
        }

        Found renewed() {
            return new Found(Optional.empty(), Optional.empty(), 0, 0, tries + 1);
        }
    }

    /** Two legs that should hear each other. */
    private record Link(JvbConference one, JvbConference other) {

        void renew(Consumer<Runnable> inTurn, Legs legs) {
            log.warn(
                    "The videobridges {} and {} do not hear each other in conference {} and are linked anew",
                    one.server().name(),
                    other.server().name(),
                    one.id());
            inTurn.accept(() -> {
                if (!legs.all().containsAll(List.of(one, other))) {
                    return;
                }
                try {
                    Relays.renew(one, other);
                } catch (ColibriException e) {
                    log.warn("They could not be linked: {}", e.getMessage());
                }
            });
            one.server().hearsNoMore(other.server().name());
        }
    }
}
