package org.patchbay.calls;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.patchbay.api.Ids;
import org.patchbay.api.PortalId;
import org.patchbay.api.calls.CallId;
import org.patchbay.api.calls.CallParty;
import org.patchbay.api.calls.CallRecord;
import org.patchbay.api.calls.CallResult;
import org.patchbay.api.calls.CallState;
import org.patchbay.api.calls.LegRecord;
import org.patchbay.api.calls.LiveCall;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.calls.store.CallStore;
import org.patchbay.calls.store.LiveSheet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes the records of calls that ended with a server, with what was known of them last. */
final class LeftCalls {

    private static final Logger log = LoggerFactory.getLogger(LeftCalls.class);
    private static final int AT_ONCE = 500;

    private final CallStore store;
    private final UnitOfWork unit;
    private final CallJournal journal;

    LeftCalls(CallStore store, UnitOfWork unit, CallJournal journal) {
        this.store = store;
        this.unit = unit;
        this.journal = journal;
    }

    /** Closes those of other runs than these. */
    void close(Set<String> alive) {
        List<LiveSheet> sheets = store.left(alive, AT_ONCE);
        Map<CallId, LiveCall> newest = new LinkedHashMap<>();
        sheets.forEach(sheet -> sheet.calls().forEach(call -> newest.put(call.id(), call)));
        Map<String, Instant> signs = new HashMap<>();
        sheets.forEach(sheet -> signs.computeIfAbsent(sheet.run(), this::lastSign));
        Set<CallId> done = new HashSet<>();
        for (LiveSheet sheet : sheets) {
            try {
                unit.run(() -> close(sheet, newest, done, signs.getOrDefault(sheet.run(), Instant.EPOCH)));
                sheet.calls().forEach(call -> done.add(call.id()));
            } catch (RuntimeException e) {
                log.warn("Calls that ended with a server cannot be closed", e);
            }
        }
    }

    /** When the server of this run was last heard of. */
    private Instant lastSign(String run) {
        return store.lastSheet(run).map(Ids::moment).orElse(OptionalLong.empty()).stream()
                .mapToObj(Instant::ofEpochMilli)
                .findFirst()
                .orElse(Instant.EPOCH);
    }

    private void close(LiveSheet sheet, Map<CallId, LiveCall> newest, Set<CallId> done, Instant sign) {
        for (LiveCall call : sheet.calls()) {
            if (!done.contains(call.id()) && isOpen(sheet.portal(), call.id())) {
                journal.end(sheet.portal(), closed(newest.getOrDefault(call.id(), call), sign));
            }
        }
        store.drop(sheet.portal(), sheet.id());
    }

    private boolean isOpen(PortalId portal, CallId call) {
        return store.find(portal, call).isEmpty();
    }

    /** It ended when it or its server was last heard of: nobody knows how much later the server went. */
    private static CallRecord closed(LiveCall call, Instant sign) {
        Optional<CallParty> first = call.parties().stream().findFirst();
        Instant known = lastKnown(call);
        Instant end = known.isAfter(sign) ? known : sign;
        return new CallRecord(
                call.id(),
                call.direction(),
                CallResult.RESTART,
                first.map(CallParty::number).orElse(""),
                first.map(CallParty::name).orElse(""),
                call.called(),
                call.started(),
                taken(call),
                end,
                call.parties().stream().map(party -> leg(call, party, end)).toList(),
                call.path(),
                call.tags(),
                call.together());
    }

    /** Since when it was a conversation, or something else than a person had taken it; who waits in a queue talks with nobody. */
    private static Optional<Instant> taken(LiveCall call) {
        boolean elsewhere = call.at().isPresent() && call.state() != CallState.WAITING;
        return call.answered().or(() -> call.parties().stream()
                .filter(party -> elsewhere)
                .findFirst()
                .flatMap(CallParty::answered));
    }

    private static Instant lastKnown(LiveCall call) {
        Stream<Instant> steps = call.path().stream().map(step -> step.at());
        return Stream.concat(Stream.concat(steps, call.answered().stream()), Stream.of(call.started()))
                .max(Instant::compareTo)
                .orElse(call.started());
    }

    private static LegRecord leg(LiveCall call, CallParty party, Instant end) {
        return new LegRecord(
                party.leg(),
                "",
                party.role() == CallParty.Role.CALLER,
                party.role(),
                party.number(),
                party.name(),
                party.person(),
                party.department(),
                party.trunk(),
                call.started(),
                party.answered(),
                end,
                503,
                "The server ended",
                Optional.empty());
    }
}
