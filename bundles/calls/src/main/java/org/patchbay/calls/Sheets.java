package org.patchbay.calls;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.patchbay.api.Ids;
import org.patchbay.api.PortalId;
import org.patchbay.api.calls.CallId;
import org.patchbay.api.calls.CallRecord;
import org.patchbay.api.calls.LiveCall;
import org.patchbay.calls.store.CallStore;
import org.patchbay.calls.store.CallStore.Ended;
import org.patchbay.calls.store.LiveSheet;

/**
 * On which sheet each call of this run stands that goes on. Calls that began together share one; it goes when all of them
 * are over or have come to a newer one. A call comes to its first sheet at once, as it began; what became of it since is
 * written when it is no longer young, as most that is told of a call is told in its first moments, and many end in them.
 * Used by the writer of the journal alone.
 */
final class Sheets {

    /** How long a call is young. */
    static final Duration YOUNG = Duration.ofSeconds(1);

    private final CallStore store;
    private final String run;
    private final LongSupplier nanos;
    private final Map<CallId, String> sheets = new HashMap<>();
    private final Map<String, Integer> callsOn = new HashMap<>();
    /** The oldest first. */
    private final Map<CallId, Young> young = new LinkedHashMap<>();

    /** A young call, with what is to be written of it when it no longer is. */
    private record Young(PortalId portal, long since, Optional<LiveCall> latest) {}

    /**
     * None yet.
     *
     * @param nanos a clock that only goes on
     */
    Sheets(CallStore store, String run, LongSupplier nanos) {
        this.store = store;
        this.run = run;
        this.nanos = nanos;
    }

    Group group() {
        return new Group(nanos.getAsLong());
    }

    /** Whether a call has become old, and something is to be written of it though nothing happened. */
    boolean isDue() {
        long now = nanos.getAsLong();
        return young.values().stream()
                .findFirst()
                .filter(call -> isOld(call, now))
                .isPresent();
    }

    private static boolean isOld(Young call, long now) {
        return now - call.since() >= YOUNG.toNanos();
    }

    /** What the group wrote is there. */
    void committed(Group group) {
        group.left.forEach((sheet, left) -> {
            if (left == 0) {
                callsOn.remove(sheet);
            } else {
                callsOn.put(sheet, left);
            }
        });
        for (LiveSheet sheet : group.written) {
            callsOn.put(sheet.id(), sheet.calls().size());
            for (LiveCall call : sheet.calls()) {
                if (sheets.put(call.id(), sheet.id()) == null) {
                    young.put(call.id(), new Young(sheet.portal(), group.now, Optional.empty()));
                }
            }
        }
        group.later.forEach((call, latest) -> young.computeIfPresent(
                call, (id, known) -> new Young(known.portal(), known.since(), Optional.of(latest))));
        group.old.forEach(young::remove);
        group.over.forEach(young::remove);
        group.over.forEach(sheets::remove);
    }

    /** What is written together. */
    final class Group {

        private final long now;
        private final Map<PortalId, Map<CallId, LiveCall>> going = new LinkedHashMap<>();
        private final Map<CallId, LiveCall> later = new HashMap<>();
        private final List<CallId> old = new ArrayList<>();
        private final Set<CallId> over = new HashSet<>();
        private final List<Ended> ended = new ArrayList<>();
        private final Map<String, Integer> left = new HashMap<>();
        private List<LiveSheet> written = List.of();

        private Group(long now) {
            this.now = now;
        }

        /** This is known of the call now. */
        void goesOn(PortalId portal, LiveCall call) {
            if (over.contains(call.id())) {
                return;
            }
            Map<CallId, LiveCall> others = going.computeIfAbsent(portal, key -> new LinkedHashMap<>());
            if (young.containsKey(call.id()) || (others.containsKey(call.id()) && !sheets.containsKey(call.id()))) {
                later.put(call.id(), call);
            } else {
                others.put(call.id(), call);
            }
        }

        void isOver(PortalId portal, CallRecord record) {
            CallId call = record.id();
            ended.add(new Ended(portal, record));
            over.add(call);
            going.getOrDefault(portal, new HashMap<>()).remove(call);
            leave(portal, call);
        }

        /** The calls that are over. */
        List<Ended> ended() {
            return List.copyOf(ended);
        }

        private void leave(PortalId portal, CallId call) {
            Optional.ofNullable(sheets.get(call)).ifPresent(sheet -> {
                int rest = left.getOrDefault(sheet, callsOn.getOrDefault(sheet, 1)) - 1;
                left.put(sheet, rest);
                if (rest == 0) {
                    store.drop(portal, sheet);
                }
            });
        }

        /** Writes the sheets, in the caller's unit of work. */
        void write() {
            grow();
            written = going.entrySet().stream()
                    .filter(entry -> !entry.getValue().isEmpty())
                    .map(entry -> new LiveSheet(
                            Ids.next(),
                            entry.getKey(),
                            run,
                            List.copyOf(entry.getValue().values())))
                    .toList();
            for (LiveSheet sheet : written) {
                sheet.calls().forEach(call -> leave(sheet.portal(), call.id()));
                store.keep(sheet);
            }
        }

        private void grow() {
            for (Map.Entry<CallId, Young> entry : young.entrySet()) {
                CallId id = entry.getKey();
                Young call = entry.getValue();
                if (!isOld(call, now)) {
                    return;
                }
                old.add(id);
                Optional<LiveCall> latest = Optional.ofNullable(later.get(id)).or(call::latest);
                if (latest.isPresent() && !over.contains(id)) {
                    going.computeIfAbsent(call.portal(), key -> new LinkedHashMap<>())
                            .put(id, latest.get());
                }
            }
        }
    }
}
