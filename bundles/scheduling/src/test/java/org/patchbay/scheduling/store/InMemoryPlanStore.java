package org.patchbay.scheduling.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.scheduling.Answer;
import org.patchbay.api.scheduling.PlannedMeeting;
import org.patchbay.scheduling.time.Slot;
import org.patchbay.scheduling.time.Timetable;

/** Keeps planned meetings in lists. */
public final class InMemoryPlanStore implements PlanStore {

    private final List<StoredPlan> plans = new ArrayList<>();
    private final List<KeptSlot> slots = new ArrayList<>();
    private final List<KeptTicket> tickets = new ArrayList<>();

    private record KeptSlot(PortalId portal, String plan, Slot slot, Optional<Instant> remindAt) {
        String cursor() {
            return slot.starts().getEpochSecond() + "," + plan + "/" + slot.occurrence();
        }
    }

    private record KeptTicket(PortalId portal, String plan, Ticket ticket) {}

    @Override
    public void insert(StoredPlan plan) {
        plans.add(plan);
    }

    @Override
    public boolean update(StoredPlan plan, long version) {
        boolean there = plans.removeIf(
                one -> one.meeting().portal().equals(plan.meeting().portal())
                        && one.meeting().id().equals(plan.meeting().id())
                        && one.meeting().version() == version);
        if (there) {
            plans.add(plan);
        }
        return there;
    }

    @Override
    public void schedule(PortalId portal, String plan, List<Slot> times, int reminder, Instant notBefore) {
        List<KeptSlot> before = slots.stream()
                .filter(one -> one.portal().equals(portal) && one.plan().equals(plan))
                .toList();
        slots.removeAll(before);
        times.forEach(slot -> slots.add(new KeptSlot(
                portal,
                plan,
                slot,
                Optional.of(slot.starts().minus(Duration.ofMinutes(reminder)))
                        .filter(due -> due.isAfter(notBefore))
                        .or(() -> pending(before, slot))
                        .filter(due -> reminder > 0))));
    }

    private static Optional<Instant> pending(List<KeptSlot> before, Slot slot) {
        return before.stream()
                .filter(one -> one.slot().occurrence().equals(slot.occurrence())
                        && one.slot().starts().equals(slot.starts()))
                .findFirst()
                .flatMap(KeptSlot::remindAt);
    }

    @Override
    public Optional<StoredPlan> find(PortalId portal, String id) {
        return of(portal).stream()
                .filter(plan -> plan.meeting().id().equals(id))
                .findFirst();
    }

    @Override
    public Optional<StoredPlan> lock(PortalId portal, String id) {
        return find(portal, id);
    }

    @Override
    public Optional<StoredPlan> lockByCode(PortalId portal, String codeHash) {
        return of(portal).stream()
                .filter(plan -> plan.codeHash().equals(codeHash))
                .findFirst();
    }

    private List<StoredPlan> of(PortalId portal) {
        return plans.stream()
                .filter(plan -> plan.meeting().portal().equals(portal))
                .sorted(Comparator.<StoredPlan, String>comparing(
                                plan -> plan.meeting().id())
                        .reversed())
                .toList();
    }

    private boolean isOf(PlannedMeeting meeting, Optional<PersonId> whose) {
        return whose.isEmpty()
                || whose.get().equals(meeting.organizer())
                || tickets.stream()
                        .anyMatch(one -> one.plan().equals(meeting.id())
                                && one.ticket().invitee().person().equals(whose));
    }

    @Override
    public Page<StoredPlan> list(PortalId portal, Optional<PersonId> whose, PageRequest page) {
        List<StoredPlan> rest = of(portal).stream()
                .filter(plan -> isOf(plan.meeting(), whose))
                .filter(plan -> page.after()
                        .map(after -> plan.meeting().id().compareTo(after) < 0)
                        .orElse(true))
                .toList();
        return page(rest, page, plan -> plan.meeting().id());
    }

    private static <T> Page<T> page(List<T> rest, PageRequest page, Function<T, String> cursor) {
        List<T> items = rest.subList(0, Math.min(rest.size(), page.limit()));
        Optional<String> next =
                rest.size() > items.size() ? Optional.of(cursor.apply(items.get(items.size() - 1))) : Optional.empty();
        return new Page<>(items, next, OptionalLong.empty());
    }

    @Override
    public List<StoredPlan> attended(PortalId portal, PersonId person, Instant since, Instant now, int limit) {
        List<StoredPlan> mine = of(portal).stream()
                .filter(plan -> plan.meeting().state() == PlannedMeeting.State.PLANNED)
                .filter(plan -> isOf(plan.meeting(), Optional.of(person)))
                .filter(plan -> tickets(portal, plan.meeting().id()).stream()
                        .map(Ticket::invitee)
                        .noneMatch(one -> one.person().equals(Optional.of(person)) && one.answer() == Answer.DECLINED))
                .toList();
        Stream<StoredPlan> ahead = mine.stream()
                .filter(plan -> next(plan, now).isPresent())
                .sorted(Comparator.comparing(plan -> next(plan, now).orElseThrow()));
        Stream<StoredPlan> over = mine.stream()
                .filter(plan -> next(plan, now).isEmpty()
                        && Timetable.lastEnd(plan.meeting()).isAfter(since))
                .sorted(Comparator.<StoredPlan, Instant>comparing(plan -> Timetable.lastEnd(plan.meeting()))
                        .reversed());
        return Stream.concat(ahead, over).limit(limit).toList();
    }

    private static Optional<Instant> next(StoredPlan plan, Instant now) {
        return Timetable.of(plan.meeting()).stream()
                .filter(slot -> slot.ends().isAfter(now))
                .map(Slot::starts)
                .findFirst();
    }

    @Override
    public Page<PlanTime> between(
            PortalId portal, Optional<PersonId> whose, Instant from, Instant until, PageRequest page) {
        List<KeptSlot> all = slots.stream()
                .filter(one -> one.portal().equals(portal)
                        && one.slot().starts().isBefore(until)
                        && one.slot().ends().isAfter(from))
                .filter(one -> find(portal, one.plan())
                        .filter(plan -> plan.meeting().state() == PlannedMeeting.State.PLANNED)
                        .filter(plan -> isOf(plan.meeting(), whose))
                        .isPresent())
                .sorted(Comparator.<KeptSlot, Instant>comparing(
                                one -> one.slot().starts())
                        .thenComparing(KeptSlot::cursor))
                .toList();
        List<KeptSlot> rest = page.after()
                .map(after -> all.stream()
                        .dropWhile(one -> !one.cursor().equals(after))
                        .skip(1)
                        .toList())
                .orElse(all);
        Page<KeptSlot> found = page(rest, page, KeptSlot::cursor);
        return new Page<>(
                found.items().stream()
                        .map(one -> new PlanTime(one.plan(), one.slot()))
                        .toList(),
                found.next(),
                found.total());
    }

    @Override
    public List<Ticket> tickets(PortalId portal, String plan) {
        return tickets.stream()
                .filter(one -> one.portal().equals(portal) && one.plan().equals(plan))
                .map(KeptTicket::ticket)
                .sorted(Comparator.comparing(ticket -> ticket.invitee().id()))
                .toList();
    }

    @Override
    public void put(PortalId portal, String plan, Ticket ticket) {
        remove(portal, ticket.invitee().id());
        tickets.add(new KeptTicket(portal, plan, ticket));
    }

    @Override
    public void remove(PortalId portal, String ticket) {
        tickets.removeIf(one ->
                one.portal().equals(portal) && one.ticket().invitee().id().equals(ticket));
    }

    @Override
    public Optional<PlanTicket> bySecretHash(PortalId portal, String secretHash) {
        return tickets.stream()
                .filter(one ->
                        one.portal().equals(portal) && one.ticket().secretHash().equals(secretHash))
                .map(one -> new PlanTicket(one.plan(), one.ticket()))
                .findFirst();
    }

    @Override
    public List<DueReminder> due(Instant now, int limit) {
        return slots.stream()
                .filter(one -> one.remindAt().filter(due -> !due.isAfter(now)).isPresent())
                .sorted(Comparator.comparing(one -> one.remindAt().orElseThrow()))
                .limit(limit)
                .map(one -> new DueReminder(
                        one.portal(),
                        one.plan(),
                        one.slot().occurrence(),
                        one.slot().starts()))
                .collect(Collectors.toList());
    }

    @Override
    public boolean reminded(DueReminder due, Instant now) {
        List<KeptSlot> found = slots.stream()
                .filter(one -> one.portal().equals(due.portal())
                        && one.plan().equals(due.plan())
                        && one.slot().occurrence().equals(due.occurrence())
                        && one.remindAt().filter(at -> !at.isAfter(now)).isPresent())
                .toList();
        found.forEach(one -> {
            slots.remove(one);
            slots.add(new KeptSlot(one.portal(), one.plan(), one.slot(), Optional.empty()));
        });
        return !found.isEmpty();
    }

    @Override
    public List<PortalId> portalsOver(Instant before) {
        return plans.stream()
                .map(StoredPlan::meeting)
                .filter(meeting -> Timetable.lastEnd(meeting).isBefore(before))
                .map(PlannedMeeting::portal)
                .distinct()
                .toList();
    }

    @Override
    public List<String> over(PortalId portal, Instant before, int limit) {
        return of(portal).stream()
                .map(StoredPlan::meeting)
                .filter(meeting -> Timetable.lastEnd(meeting).isBefore(before))
                .sorted(Comparator.comparing(Timetable::lastEnd).thenComparing(PlannedMeeting::id))
                .map(PlannedMeeting::id)
                .limit(limit)
                .toList();
    }

    @Override
    public void delete(PortalId portal, String plan) {
        plans.removeIf(one ->
                one.meeting().portal().equals(portal) && one.meeting().id().equals(plan));
        slots.removeIf(one -> one.portal().equals(portal) && one.plan().equals(plan));
        tickets.removeIf(one -> one.portal().equals(portal) && one.plan().equals(plan));
    }

    @Override
    public void eraseInvitations(PortalId portal, PersonId person) {
        tickets.removeIf(one ->
                one.portal().equals(portal) && one.ticket().invitee().person().equals(Optional.of(person)));
    }

    @Override
    public void erase(PortalId portal) {
        plans.removeIf(one -> one.meeting().portal().equals(portal));
        slots.removeIf(one -> one.portal().equals(portal));
        tickets.removeIf(one -> one.portal().equals(portal));
    }
}
