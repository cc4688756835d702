package org.patchbay.calls.store;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.calls.CallDirection;
import org.patchbay.api.calls.CallId;
import org.patchbay.api.calls.CallParty;
import org.patchbay.api.calls.CallQuery;
import org.patchbay.api.calls.CallRecord;
import org.patchbay.api.calls.Conversation;
import org.patchbay.api.calls.LegRecord;
import org.patchbay.api.identity.PersonId;
import org.patchbay.calls.plan.OwnNumbers;

/** Calls in a map. Thread-safe. */
public final class InMemoryCallStore implements CallStore {

    private record Kept(PortalId portal, CallRecord call) {}

    private final Map<CallId, Kept> calls = new ConcurrentHashMap<>();
    private final Map<String, LiveSheet> sheets = new ConcurrentSkipListMap<>();

    @Override
    public void keep(LiveSheet sheet) {
        sheets.put(sheet.id(), sheet);
    }

    @Override
    public void drop(PortalId portal, String sheet) {
        sheets.computeIfPresent(sheet, (id, kept) -> kept.portal().equals(portal) ? null : kept);
    }

    @Override
    public List<LiveSheet> left(Set<String> runs, int limit) {
        return sheets.values().stream()
                .filter(sheet -> !runs.contains(sheet.run()))
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<String> lastSheet(String run) {
        return sheets.values().stream()
                .filter(sheet -> sheet.run().equals(run))
                .map(LiveSheet::id)
                .reduce((one, newer) -> newer);
    }

    @Override
    public void endAll(List<Ended> ended) {
        if (ended.stream().anyMatch(one -> calls.containsKey(one.call().id()))) {
            throw Problem.CONFLICT.because("This is there already");
        }
        ended.forEach(one -> end(one.portal(), one.call()));
    }

    @Override
    public void end(PortalId portal, CallRecord call) {
        calls.putIfAbsent(call.id(), new Kept(portal, call));
    }

    @Override
    public Page<CallRecord> list(PortalId portal, CallQuery query, Visible visible, PageRequest page) {
        return page(wanted(portal, query, visible), page);
    }

    @Override
    public Page<Conversation> conversations(PortalId portal, CallQuery query, Visible visible, PageRequest page) {
        List<CallRecord> wanted = wanted(portal, query, visible);
        Map<CallId, CallId> first = new HashMap<>();
        wanted.forEach(call -> first.put(call.together().orElse(call.id()), call.id()));
        Page<CallRecord> found = page(
                wanted.stream().filter(call -> first.containsValue(call.id())).toList(), page);
        List<Conversation> items = found.items().stream()
                .map(call -> call.together()
                        .map(common -> together(portal, common, visible))
                        .orElse(List.of(call)))
                .map(Conversation::of)
                .toList();
        return new Page<>(items, found.next(), found.total());
    }

    @Override
    public List<CallRecord> together(PortalId portal, CallId common, Visible visible) {
        return wanted(portal, CallQuery.ALL, visible).stream()
                .filter(call -> call.together().equals(Optional.of(common)))
                .sorted(Comparator.comparing((CallRecord call) -> call.id().value()))
                .limit(Conversation.MOST)
                .toList();
    }

    /** The newest first. */
    private List<CallRecord> wanted(PortalId portal, CallQuery query, Visible visible) {
        return calls.values().stream()
                .filter(kept -> kept.portal().equals(portal))
                .map(Kept::call)
                .filter(call -> matches(query, call) && visible.shows(call))
                .sorted(Comparator.comparing((CallRecord call) -> call.id().value())
                        .reversed())
                .toList();
    }

    private static Page<CallRecord> page(List<CallRecord> wanted, PageRequest page) {
        List<CallRecord> found = wanted.stream()
                .filter(call -> page.after()
                        .filter(after -> call.id().value().compareTo(after) >= 0)
                        .isEmpty())
                .limit(page.limit() + 1L)
                .toList();
        List<CallRecord> items = found.subList(0, Math.min(page.limit(), found.size()));
        Optional<String> next = found.size() > page.limit()
                ? Optional.of(items.get(items.size() - 1).id().value())
                : Optional.empty();
        return new Page<>(items, next, OptionalLong.empty());
    }

    private static boolean matches(CallQuery query, CallRecord call) {
        return query.text()
                        .map(text -> text.toLowerCase(Locale.ROOT))
                        .filter(text -> !(call.caller() + ' ' + call.callerName() + ' ' + call.called())
                                .toLowerCase(Locale.ROOT)
                                .contains(text))
                        .isEmpty()
                && query.direction().filter(one -> one != call.direction()).isEmpty()
                && query.result().filter(one -> one != call.result()).isEmpty()
                && query.from().filter(call.started()::isBefore).isEmpty()
                && query.until()
                        .filter(moment -> !call.started().isBefore(moment))
                        .isEmpty()
                && query.person()
                        .filter(person -> call.legs().stream()
                                .noneMatch(leg -> leg.person().equals(Optional.of(person))))
                        .isEmpty();
    }

    @Override
    public Optional<CallRecord> find(PortalId portal, CallId id) {
        return Optional.ofNullable(calls.get(id))
                .filter(kept -> kept.portal().equals(portal))
                .map(Kept::call);
    }

    @Override
    public Usage usage(PortalId portal, Instant since, Instant until) {
        List<CallRecord> outside = calls.values().stream()
                .filter(kept -> kept.portal().equals(portal))
                .map(Kept::call)
                .filter(call -> call.direction() == CallDirection.OUTGOING)
                .filter(call -> call.legs().stream().anyMatch(leg -> leg.trunk().isPresent()))
                .filter(call ->
                        !call.started().isBefore(since) && call.started().isBefore(until))
                .toList();
        return new Usage(
                outside.stream().mapToLong(call -> call.talked().toSeconds()).sum(),
                outside.stream().map(CallRecord::called).collect(Collectors.toSet()));
    }

    @Override
    public int forget(PortalId portal, Instant before, int limit) {
        List<CallId> old = calls.values().stream()
                .filter(kept -> kept.portal().equals(portal))
                .map(Kept::call)
                .filter(call -> call.started().isBefore(before))
                .map(CallRecord::id)
                .limit(limit)
                .toList();
        old.forEach(calls::remove);
        return old.size();
    }

    @Override
    public void erase(PortalId portal, PersonId person) {
        calls.replaceAll(
                (id, kept) -> kept.portal().equals(portal) ? new Kept(portal, without(kept.call(), person)) : kept);
    }

    @Override
    public void erase(PortalId portal) {
        calls.values().removeIf(kept -> kept.portal().equals(portal));
    }

    private static CallRecord without(CallRecord call, PersonId person) {
        boolean theirs = call.legs().stream()
                .anyMatch(leg ->
                        leg.role() == CallParty.Role.CALLER && leg.person().equals(Optional.of(person)));
        var own = OwnNumbers.of(call.path(), person);
        return new CallRecord(
                call.id(),
                call.direction(),
                call.result(),
                theirs ? "" : call.caller(),
                theirs ? "" : call.callerName(),
                call.called(),
                call.started(),
                call.answered(),
                call.ended(),
                call.legs().stream()
                        .map(leg -> OwnNumbers.without(without(leg, person), own))
                        .toList(),
                OwnNumbers.without(call.path(), person, own),
                call.tags(),
                call.together());
    }

    private static LegRecord without(LegRecord leg, PersonId person) {
        return leg.person().equals(Optional.of(person)) ? CallEntity.nameless(leg) : leg;
    }
}
