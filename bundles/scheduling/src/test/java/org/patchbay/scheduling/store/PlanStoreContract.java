package org.patchbay.scheduling.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.patchbay.api.Ids;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.contacts.ContactId;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.scheduling.Answer;
import org.patchbay.api.scheduling.Invitee;
import org.patchbay.api.scheduling.OccurrenceAnswer;
import org.patchbay.api.scheduling.OccurrenceChange;
import org.patchbay.api.scheduling.PlannedMeeting;
import org.patchbay.api.scheduling.Recurrence;
import org.patchbay.api.scheduling.RoomOptions;
import org.patchbay.api.tenancy.Lobby;
import org.patchbay.scheduling.store.PlanStore.PlanTime;
import org.patchbay.scheduling.time.Slot;
import org.patchbay.scheduling.time.Timetable;

/** What every store of planned meetings does. */
interface PlanStoreContract {

    PortalId ACME = new PortalId("018f0000-0000-7000-8000-00000000000a");
    PortalId OTHER = new PortalId("018f0000-0000-7000-8000-00000000000b");
    PersonId ANN = new PersonId("018f0000-0000-7000-8000-0000000000a1");
    PersonId BEN = new PersonId("018f0000-0000-7000-8000-0000000000b1");
    Instant NOW = Instant.parse("2026-11-26T12:00:00.123456Z");
    LocalDateTime START = LocalDateTime.parse("2026-11-30T09:00");

    PlanStore store();

    FeedStore feeds();

    RulesStore rules();

    private static StoredPlan plan(PortalId portal, String id, PersonId organizer, String title, long version) {
        var changes = List.of(
                new OccurrenceChange(START.plusWeeks(1), true, Optional.empty(), Optional.empty()),
                new OccurrenceChange(
                        START.plusWeeks(2),
                        false,
                        Optional.of(START.plusWeeks(2).plusHours(3)),
                        Optional.of(30)));
        return new StoredPlan(
                new PlannedMeeting(
                        id,
                        portal,
                        organizer,
                        "Ann",
                        title,
                        Optional.of("Agenda\n".repeat(500)),
                        "Europe/Berlin",
                        START,
                        60,
                        Optional.of(new Recurrence(
                                Recurrence.Frequency.WEEKLY,
                                1,
                                Set.of(DayOfWeek.MONDAY),
                                Optional.empty(),
                                Optional.of(4),
                                Optional.empty())),
                        changes,
                        new RoomOptions(
                                Optional.of("hd"),
                                Optional.empty(),
                                Optional.of("sealed pin"),
                                Optional.of(Lobby.GUESTS),
                                Optional.empty()),
                        15,
                        List.of("Board"),
                        List.of(),
                        "sealed code",
                        PlannedMeeting.State.PLANNED,
                        2,
                        NOW,
                        version),
                "hash-" + id,
                Optional.of("ann@acme.test"));
    }

    private static Ticket ticket(Optional<PersonId> person, String email) {
        String id = Ids.next();
        return new Ticket(
                new Invitee(
                        id,
                        person,
                        Optional.of(new ContactId("c")),
                        Optional.of("Board"),
                        "Ben",
                        email,
                        "de",
                        Answer.TENTATIVE,
                        Optional.of(NOW),
                        List.of(new OccurrenceAnswer(START, Answer.DECLINED))),
                3,
                Optional.of(NOW.plusSeconds(1)),
                "secret-" + id,
                "sealed secret");
    }

    private StoredPlan planned(PlanStore store, PortalId portal, String title) {
        StoredPlan plan = plan(portal, Ids.next(), ANN, title, 1);
        store.insert(plan);
        store.schedule(portal, plan.meeting().id(), Timetable.of(plan.meeting()), 15, NOW);
        return plan;
    }

    @Test
    default void findsWhatWasWrittenInThisPortalOnly() {
        PlanStore store = store();
        StoredPlan plan = planned(store, ACME, "Monday");
        String id = plan.meeting().id();

        assertThat(store.find(ACME, id)).contains(plan);
        assertThat(store.lock(ACME, id)).contains(plan);
        assertThat(store.lockByCode(ACME, plan.codeHash())).contains(plan);
        assertThat(store.find(OTHER, id)).isEmpty();
        assertThat(store.lock(OTHER, id)).isEmpty();
        assertThat(store.lockByCode(OTHER, plan.codeHash())).isEmpty();
        assertThat(store.list(OTHER, Optional.empty(), PageRequest.first(5)).items())
                .isEmpty();
    }

    @Test
    default void changesTheVersionThatIsPresent() {
        PlanStore store = store();
        StoredPlan plan = planned(store, ACME, "Monday");
        StoredPlan next = plan(ACME, plan.meeting().id(), ANN, "Tuesday", 2);

        assertThat(store.update(next, 7)).isFalse();
        assertThat(store.update(next, 1)).isTrue();
        assertThat(store.find(ACME, plan.meeting().id())).contains(next);
    }

    @Test
    default void listsThoseOfAPersonNewestFirst() {
        PlanStore store = store();
        StoredPlan first = plan(ACME, "018f0000-0000-7000-8000-000000000101", ANN, "First", 1);
        StoredPlan second = plan(ACME, "018f0000-0000-7000-8000-000000000102", ANN, "Second", 1);
        store.insert(first);
        store.insert(second);
        store.put(ACME, second.meeting().id(), ticket(Optional.of(BEN), "ben@acme.test"));

        var page = store.list(ACME, Optional.of(ANN), PageRequest.first(1));
        assertThat(page.items()).containsExactly(second);
        assertThat(store.list(ACME, Optional.of(ANN), new PageRequest(5, page.next()))
                        .items())
                .containsExactly(first);
        assertThat(store.list(ACME, Optional.of(BEN), PageRequest.first(5)).items())
                .containsExactly(second);
        assertThat(store.list(ACME, Optional.of(new PersonId("")), PageRequest.first(5))
                        .items())
                .isEmpty();
    }

    @Test
    default void listsTimesSoonestFirst() {
        PlanStore store = store();
        StoredPlan plan = planned(store, ACME, "Monday");
        planned(store, OTHER, "Theirs");
        Instant from = Instant.parse("2026-11-30T08:30:00Z");
        Instant until = Instant.parse("2026-12-21T08:00:00Z");

        List<PlanTime> times = store.between(ACME, Optional.of(ANN), from, until, PageRequest.first(10))
                .items();

        assertThat(times).extracting(PlanTime::plan).containsOnly(plan.meeting().id());
        assertThat(times)
                .extracting(PlanTime::slot)
                .containsExactlyElementsOf(Timetable.of(plan.meeting()).subList(0, 2));
        var page = store.between(ACME, Optional.empty(), from, until, PageRequest.first(1));
        assertThat(store.between(ACME, Optional.empty(), from, until, new PageRequest(1, page.next()))
                        .items())
                .containsExactly(times.get(1));
        assertThat(store.between(ACME, Optional.of(BEN), from, until, PageRequest.first(10))
                        .items())
                .isEmpty();
    }

    @Test
    default void writesTimesAnew() {
        PlanStore store = store();
        StoredPlan plan = planned(store, ACME, "Monday");
        Slot first = Timetable.of(plan.meeting()).get(0);

        store.schedule(ACME, plan.meeting().id(), List.of(first), 15, NOW);

        assertThat(store.between(ACME, Optional.empty(), NOW, NOW.plusSeconds(90L * 24 * 3600), PageRequest.first(10))
                        .items())
                .extracting(PlanTime::slot)
                .containsExactly(first);
    }

    @Test
    default void keepsInvitations() {
        PlanStore store = store();
        String plan = planned(store, ACME, "Monday").meeting().id();
        Ticket ben = ticket(Optional.of(BEN), "ben@acme.test");
        Ticket eve = ticket(Optional.empty(), "eve@acme.test");
        store.put(ACME, plan, ben);
        store.put(ACME, plan, eve);
        Ticket told = ben.told(9);
        store.put(ACME, plan, told);

        assertThat(store.tickets(ACME, plan)).containsExactlyInAnyOrder(told, eve);
        assertThat(store.bySecretHash(ACME, ben.secretHash()).map(PlanStore.PlanTicket::ticket))
                .contains(told);
        assertThat(store.bySecretHash(OTHER, ben.secretHash())).isEmpty();
        store.remove(OTHER, eve.invitee().id());
        assertThat(store.tickets(ACME, plan)).hasSize(2);
        store.remove(ACME, eve.invitee().id());
        assertThat(store.tickets(ACME, plan)).containsExactly(told);
        store.eraseInvitations(ACME, BEN);
        assertThat(store.tickets(ACME, plan)).isEmpty();
    }

    @Test
    default void aReminderIsDueOnce() {
        PlanStore store = store();
        StoredPlan plan = planned(store, ACME, "Monday");
        Instant due = Instant.parse("2026-11-30T07:45:00Z");

        assertThat(store.due(due.minusSeconds(1), 10)).isEmpty();
        List<PlanStore.DueReminder> found = store.due(due, 10);
        assertThat(found)
                .containsExactly(new PlanStore.DueReminder(
                        ACME, plan.meeting().id(), START, Instant.parse("2026-11-30T08:00:00Z")));
        assertThat(store.reminded(found.get(0), due.minusSeconds(1))).isFalse();
        assertThat(store.reminded(found.get(0), due)).isTrue();
        assertThat(store.reminded(found.get(0), due)).isFalse();
        assertThat(store.due(due, 10)).isEmpty();
    }

    @Test
    default void aReminderThatIsPendingStays() {
        PlanStore store = store();
        StoredPlan plan = planned(store, ACME, "Monday");
        String id = plan.meeting().id();
        List<Slot> slots = Timetable.of(plan.meeting());
        Instant late = Instant.parse("2026-11-30T07:46:00Z");

        store.schedule(ACME, id, slots, 15, late);
        assertThat(store.due(late, 10)).hasSize(1);
        assertThat(store.reminded(store.due(late, 10).get(0), late)).isTrue();
        store.schedule(ACME, id, slots, 15, late);
        assertThat(store.due(late, 10)).isEmpty();
    }

    @Test
    default void aReminderThatWouldHaveBeenBeforeIsNeverDue() {
        PlanStore store = store();
        StoredPlan plan = plan(ACME, Ids.next(), ANN, "Monday", 1);
        store.insert(plan);
        store.schedule(
                ACME, plan.meeting().id(), Timetable.of(plan.meeting()), 15, Instant.parse("2026-11-30T07:50:00Z"));

        assertThat(store.due(Instant.parse("2026-11-30T08:00:00Z"), 10)).isEmpty();
    }

    @Test
    default void erasesWhatIsToBeErased() {
        PlanStore store = store();
        String gone = planned(store, ACME, "Gone").meeting().id();
        String stays = planned(store, ACME, "Stays").meeting().id();
        String theirs = planned(store, OTHER, "Theirs").meeting().id();
        store.put(ACME, gone, ticket(Optional.of(BEN), "ben@acme.test"));

        store.delete(ACME, gone);
        assertThat(store.find(ACME, gone)).isEmpty();
        assertThat(store.tickets(ACME, gone)).isEmpty();
        assertThat(store.find(ACME, stays)).isPresent();

        store.erase(ACME);
        assertThat(store.find(ACME, stays)).isEmpty();
        assertThat(store.find(OTHER, theirs)).isPresent();
    }

    @Test
    default void findsWhatWasOverLongAgo() {
        PlanStore store = store();
        // Four Mondays from the 30th on, the second one cancelled.
        String longer = planned(store, ACME, "Longer").meeting().id();
        String once = once(store, ACME, START.plusDays(1));
        String later = once(store, ACME, START.plusWeeks(9));
        String theirs = once(store, OTHER, START);
        Instant lastEnd = Instant.parse("2026-12-21T09:00:00Z");

        assertThat(store.over(ACME, lastEnd, 10)).containsExactly(once);
        assertThat(store.over(ACME, lastEnd.plusSeconds(1), 10)).containsExactly(once, longer);
        assertThat(store.over(ACME, lastEnd.plusSeconds(1), 1)).containsExactly(once);
        assertThat(store.portalsOver(lastEnd)).contains(ACME, OTHER);
        store.delete(OTHER, theirs);
        assertThat(store.portalsOver(lastEnd)).contains(ACME).doesNotContain(OTHER);
        assertThat(store.find(ACME, later)).isPresent();
    }

    @Test
    default void whatSomebodyAttendsBeginsWithWhatIsNext() {
        PlanStore store = store();
        PersonId cem = new PersonId("018f0000-0000-7000-8000-0000000000c1");
        String series = planned(store, ACME, "Four Mondays").meeting().id();
        store.put(ACME, series, ticket(Optional.of(cem), "cem@acme.test"));
        String late = once(store, ACME, START.plusDays(30));
        store.put(ACME, late, ticket(Optional.of(cem), "cem@acme.test"));
        String over = once(store, ACME, START.minusDays(3));
        store.put(ACME, over, ticket(Optional.of(cem), "cem@acme.test"));
        String longOver = once(store, ACME, START.minusDays(200));
        store.put(ACME, longOver, ticket(Optional.of(cem), "cem@acme.test"));
        String theirs = once(store, OTHER, START);
        store.put(OTHER, theirs, ticket(Optional.of(cem), "cem@acme.test"));
        String declined = once(store, ACME, START);
        Ticket no = ticket(Optional.of(cem), "cem@acme.test");
        Invitee was = no.invitee();
        store.put(
                ACME,
                declined,
                no.with(new Invitee(
                        was.id(),
                        was.person(),
                        was.contact(),
                        was.group(),
                        was.name(),
                        was.email(),
                        was.language(),
                        Answer.DECLINED,
                        was.answered(),
                        was.occurrences())));
        once(store, ACME, START);

        Instant now = Instant.parse("2026-12-01T00:00:00Z");
        Instant since = now.minusSeconds(86_400 * 90);
        assertThat(attended(store, cem, since, now, 10)).containsExactly(series, late, over);
        assertThat(attended(store, cem, since, now, 2)).containsExactly(series, late);
        assertThat(attended(store, BEN, since, now, 10)).isEmpty();
    }

    private static List<String> attended(PlanStore store, PersonId person, Instant since, Instant now, int limit) {
        return store.attended(ACME, person, since, now, limit).stream()
                .map(plan -> plan.meeting().id())
                .toList();
    }

    private static String once(PlanStore store, PortalId portal, LocalDateTime start) {
        StoredPlan series = plan(portal, Ids.next(), ANN, "Once", 1);
        PlannedMeeting meeting = series.meeting();
        var single = new PlannedMeeting(
                meeting.id(),
                portal,
                meeting.organizer(),
                meeting.organizerName(),
                meeting.title(),
                meeting.agenda(),
                meeting.zone(),
                start,
                meeting.minutes(),
                Optional.empty(),
                List.of(),
                meeting.room(),
                meeting.reminder(),
                meeting.groups(),
                List.of(),
                meeting.code(),
                meeting.state(),
                meeting.sequence(),
                meeting.created(),
                meeting.version());
        store.insert(new StoredPlan(single, series.codeHash(), Optional.empty()));
        store.schedule(portal, meeting.id(), Timetable.of(single), 0, NOW);
        return meeting.id();
    }

    @Test
    default void aPortalSaysHowLongItKeepsPlans() {
        RulesStore rules = rules();
        assertThat(rules.keepDays(ACME)).isEmpty();
        rules.keepDays(ACME, Optional.of(30));
        rules.keepDays(ACME, Optional.of(60));
        assertThat(rules.keepDays(ACME)).contains(60);
        assertThat(rules.keepDays(OTHER)).isEmpty();
        rules.keepDays(ACME, Optional.empty());
        assertThat(rules.keepDays(ACME)).isEmpty();
        rules.keepDays(ACME, Optional.of(9));
        rules.erase(ACME);
        assertThat(rules.keepDays(ACME)).isEmpty();
    }

    @Test
    default void aFeedHasOneAddressAtATime() {
        FeedStore feeds = feeds();
        feeds.put(ACME, ANN, "hash1", NOW);
        feeds.put(ACME, ANN, "hash2", NOW.plusSeconds(1));

        assertThat(feeds.bySecretHash(ACME, "hash1")).isEmpty();
        assertThat(feeds.bySecretHash(ACME, "hash2")).contains(ANN);
        assertThat(feeds.bySecretHash(OTHER, "hash2")).isEmpty();
        assertThat(feeds.created(ACME, ANN)).contains(NOW.plusSeconds(1));
        assertThat(feeds.remove(OTHER, ANN)).isFalse();
        assertThat(feeds.remove(ACME, ANN)).isTrue();
        assertThat(feeds.created(ACME, ANN)).isEmpty();
        feeds.put(ACME, ANN, "hash3", NOW);
        feeds.erase(ACME);
        assertThat(feeds.bySecretHash(ACME, "hash3")).isEmpty();
    }
}
