package org.patchbay.scheduling.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.patchbay.scheduling.World.MONDAY;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.Problem;
import org.patchbay.api.contacts.Contact;
import org.patchbay.api.mail.MailDraft;
import org.patchbay.api.scheduling.Answer;
import org.patchbay.api.scheduling.InviteList;
import org.patchbay.api.scheduling.Invitee;
import org.patchbay.api.scheduling.Occurrence;
import org.patchbay.api.scheduling.OccurrenceChange;
import org.patchbay.api.scheduling.PlannedMeeting;
import org.patchbay.api.scheduling.PlannedMeetingDraft;
import org.patchbay.api.scheduling.Recurrence;
import org.patchbay.api.scheduling.RoomOptions;
import org.patchbay.scheduling.World;
import org.patchbay.testing.mail.RecordedMails;

class PlanServiceTest {

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    private PlannedMeeting plan(PlannedMeetingDraft draft) {
        return world.meetings.plan(world.acme, draft, world.ada);
    }

    private static Optional<Recurrence> weekly(int count) {
        return Optional.of(Recurrence.times(Recurrence.Frequency.WEEKLY, count));
    }

    private static void isRefused(ThrowingCallable call, Problem problem, String code) {
        assertThatThrownBy(call).isInstanceOfSatisfying(PatchbayException.class, e -> {
            assertThat(e.problem()).isEqualTo(problem);
            assertThat(e.errors().isEmpty() ? e.code() : e.errors().get(0).code())
                    .isEqualTo(code);
        });
    }

    private List<String> kinds(String email) {
        return world.mails.sent().stream()
                .map(RecordedMails.Sent::draft)
                .filter(draft -> draft.to().equals(email))
                .map(MailDraft::template)
                .toList();
    }

    private static String calendar(MailDraft draft) {
        return draft.calendar().orElseThrow().text().replace("\r\n ", "");
    }

    @Test
    @Tag("S1.25")
    @Tag("S1.22")
    void invitesAGroupPeopleAndAddressesEachInTheirLanguage() {
        world.contact("Grace", Optional.of("grace@bolt.test"), "fr", true, "Board");
        world.contact("Eve", Optional.of("eve@bolt.test"), "es", true, "Board");
        world.contact("Mute", Optional.empty(), "es", true, "Board");
        Contact grace2 = world.contact("Grace again", Optional.of("GRACE@bolt.test"), "en", true);

        PlannedMeeting meeting = plan(World.draft(new InviteList(
                Set.of(world.ben.person(), world.ada.person()),
                Set.of(grace2.id()),
                Set.of("Board"),
                List.of(new InviteList.Address("Tom@x.test", Optional.of("Tom"), Optional.of("en"))))));

        assertThat(meeting.invitees())
                .extracting(Invitee::name)
                .containsExactlyInAnyOrder("Ben", "Grace again", "Tom", "Eve");
        assertThat(world.mails.last("eve@bolt.test").language()).isEqualTo("es");
        assertThat(world.mails.last("ben@acme.test").language()).isEqualTo("de");
        MailDraft mail = world.mails.last("Tom@x.test");
        assertThat(mail.template()).isEqualTo("meeting-invitation");
        assertThat(mail.values().get("when")).contains("November 30, 2026").contains("(Europe/Berlin)");
        assertThat(mail.calendar().orElseThrow().method()).isEqualTo("REQUEST");
        assertThat(mail.calendar().orElseThrow().replyTo())
                .isEqualTo("meet+" + world.secret("Tom@x.test") + "@inbox.test");
        assertThat(calendar(mail))
                .contains("METHOD:REQUEST")
                .contains("UID:" + meeting.id() + "@" + world.acme)
                .contains("DTSTART;TZID=Europe/Berlin:20261130T090000")
                .contains("DTEND;TZID=Europe/Berlin:20261130T100000")
                .contains("BEGIN:VTIMEZONE")
                .contains("SEQUENCE:0")
                .contains("mailto:Tom@x.test")
                .contains("PARTSTAT=NEEDS-ACTION")
                .contains("/m/" + meeting.code());
        assertThat(world.events.published("meeting.planned")).hasSize(1);
        assertThat(world.audit.actions(world.acme)).containsExactly("meeting.planned");
    }

    @Test
    void aChangeThatNamesNobodyKeepsWhoIsInvited() {
        world.contact("Eve", Optional.of("eve@bolt.test"), "es", true, "Board");
        PlannedMeeting meeting =
                plan(World.draft(new InviteList(Set.of(world.ben.person()), Set.of(), Set.of("Board"), List.of())));
        PlannedMeetingDraft same = World.draft(InviteList.NOBODY);
        var back = new PlannedMeetingDraft(
                "Another title",
                same.agenda(),
                same.zone(),
                same.start(),
                same.minutes(),
                same.recurrence(),
                same.room(),
                same.reminder(),
                Optional.empty());

        PlannedMeeting changed = world.meetings.update(world.acme, meeting.id(), 1, back, world.ada);

        assertThat(changed.title()).isEqualTo("Another title");
        assertThat(changed.groups()).containsExactly("Board");
        assertThat(changed.invitees()).extracting(Invitee::name).containsExactlyInAnyOrder("Ben", "Eve");
    }

    @Test
    void aGroupThatIsNotThereIsRefused() {
        var list = new InviteList(Set.of(), Set.of(), Set.of("Bored"), List.of());
        isRefused(() -> plan(World.draft(list)), Problem.INVALID, "invite.group-unknown");
    }

    @Test
    @Tag("S1.18")
    void privateContactsAreTheOrganizersAlone() {
        Contact secret = world.contact("Zoe", Optional.of("zoe@x.test"), "en", false);
        InviteList list = new InviteList(Set.of(), Set.of(secret.id()), Set.of(), List.of());

        PlannedMeeting meeting = plan(World.draft(list));
        assertThat(meeting.invitees()).hasSize(1);
        // Who manages the portal changes the meeting and still means the organizer's contact.
        assertThat(world.meetings
                        .update(world.acme, meeting.id(), 1, World.draft(list), world.administrator)
                        .invitees())
                .hasSize(1);
        isRefused(
                () -> world.meetings.plan(world.acme, World.draft(list), world.ben),
                Problem.INVALID,
                "invite.no-address");
    }

    @Test
    void saysWhatIsWrongWithADraft() {
        var draft = new PlannedMeetingDraft(
                " ",
                Optional.empty(),
                Optional.of("Mars/Base"),
                MONDAY,
                1,
                Optional.of(new Recurrence(
                        Recurrence.Frequency.WEEKLY,
                        1,
                        Set.of(DayOfWeek.FRIDAY),
                        Optional.of(2),
                        Optional.empty(),
                        Optional.empty())),
                Optional.of(new RoomOptions(
                        Optional.of("huge"), Optional.empty(), Optional.of("12"), Optional.empty(), Optional.empty())),
                Optional.of(7),
                Optional.empty());

        assertThatThrownBy(() -> plan(draft))
                .isInstanceOfSatisfying(PatchbayException.class, e -> assertThat(e.errors())
                        .extracting(error -> error.pointer())
                        .contains(
                                "/title",
                                "/zone",
                                "/minutes",
                                "/recurrence/count",
                                "/recurrence/days",
                                "/recurrence/week",
                                "/room/video",
                                "/room/pin",
                                "/reminder"));
        isRefused(() -> plan(World.draft(MONDAY, weekly(501), InviteList.NOBODY)), Problem.INVALID, "recurrence.many");
        isRefused(
                () -> plan(World.draft(World.addresses("a@x", "b@x", "c@x", "d@x", "e@x", "f@x"))),
                Problem.TOO_LARGE,
                "invite.many");
        isRefused(() -> plan(World.draft(World.addresses("no address"))), Problem.INVALID, "email.invalid");
    }

    @Test
    void keepsTheLocalTimeWhenClocksChange() {
        LocalDateTime start = LocalDateTime.parse("2026-10-19T09:00");
        var berlin = World.draft(start, weekly(2), InviteList.NOBODY);
        PlannedMeeting meeting = plan(berlin);

        assertThat(world.meetings
                        .occurrences(
                                world.acme,
                                Instant.parse("2026-10-01T00:00:00Z"),
                                Instant.parse("2026-11-01T00:00:00Z"),
                                false,
                                PageRequest.first(10),
                                world.ada)
                        .items())
                .extracting(Occurrence::starts)
                .containsExactly(Instant.parse("2026-10-19T07:00:00Z"), Instant.parse("2026-10-26T08:00:00Z"));
        // 02:30 does not exist on 28 March 2027.
        PlannedMeeting gap =
                plan(World.draft(LocalDateTime.parse("2027-03-28T02:30"), Optional.empty(), InviteList.NOBODY));
        assertThat(world.store
                        .between(
                                world.acme,
                                Optional.empty(),
                                Instant.parse("2027-03-28T00:00:00Z"),
                                Instant.parse("2027-03-29T00:00:00Z"),
                                PageRequest.first(5))
                        .items())
                .singleElement()
                .satisfies(time -> {
                    assertThat(time.plan()).isEqualTo(gap.id());
                    assertThat(time.slot().starts()).isEqualTo(Instant.parse("2027-03-28T01:30:00Z"));
                });
        assertThat(meeting.sequence()).isZero();
    }

    @Test
    void tellsEverybodyOfWhatConcernsThemAndNobodyOfTheRest() {
        PlannedMeeting meeting = plan(World.draft(World.addresses("tom@x.test", "eve@x.test")));
        String secret = world.secret("tom@x.test");
        world.invitations.answer(world.acme, secret, Answer.ACCEPTED, Optional.empty(), world.ben);

        var camera = new PlannedMeetingDraft(
                meeting.title(),
                meeting.agenda(),
                Optional.of(meeting.zone()),
                meeting.start(),
                60,
                Optional.empty(),
                Optional.of(new RoomOptions(
                        Optional.of("hd"), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty())),
                Optional.of(60),
                Optional.of(World.addresses("tom@x.test", "eve@x.test")));
        PlannedMeeting second = world.meetings.update(world.acme, meeting.id(), 1, camera, world.ada);
        assertThat(second.sequence()).isZero();
        assertThat(kinds("tom@x.test")).containsExactly("meeting-invitation");

        var later = World.draft(MONDAY.plusHours(1), Optional.empty(), World.addresses("tom@x.test", "new@x.test"));
        PlannedMeeting third = world.meetings.update(world.acme, meeting.id(), 2, later, world.ada);
        assertThat(third.sequence()).isEqualTo(1);
        assertThat(third.invitees()).extracting(Invitee::answer).containsOnly(Answer.NEEDS_ACTION);
        assertThat(kinds("tom@x.test")).containsExactly("meeting-invitation", "meeting-update");
        assertThat(world.secret("tom@x.test")).isEqualTo(secret);
        assertThat(calendar(world.mails.last("tom@x.test")))
                .contains("SEQUENCE:1")
                .contains("20261130T100000");
        assertThat(kinds("new@x.test")).containsExactly("meeting-invitation");
        assertThat(kinds("eve@x.test")).containsExactly("meeting-invitation", "meeting-cancellation");
        assertThat(calendar(world.mails.last("eve@x.test")))
                .contains("METHOD:CANCEL")
                .contains("SEQUENCE:1");

        isRefused(() -> world.meetings.update(world.acme, meeting.id(), 2, later, world.ada), Problem.STALE, "stale");
    }

    @Test
    void movesAndCancelsOneOccurrence() {
        PlannedMeeting meeting = plan(World.draft(MONDAY, weekly(3), World.addresses("tom@x.test")));
        LocalDateTime second = MONDAY.plusWeeks(1);

        PlannedMeeting moved = world.meetings.change(
                world.acme,
                meeting.id(),
                1,
                new OccurrenceChange(second, false, Optional.of(second.plusDays(1)), Optional.empty()),
                world.ada);
        assertThat(calendar(world.mails.last("tom@x.test")))
                .contains("RECURRENCE-ID;TZID=Europe/Berlin:20261207T090000")
                .contains("DTSTART;TZID=Europe/Berlin:20261208T090000")
                .contains("SEQUENCE:1");

        PlannedMeeting cut = world.meetings.change(
                world.acme,
                meeting.id(),
                moved.version(),
                new OccurrenceChange(MONDAY, true, Optional.empty(), Optional.empty()),
                world.ada);
        assertThat(world.mails.last("tom@x.test").template()).isEqualTo("meeting-cancellation");
        assertThat(calendar(world.mails.last("tom@x.test")))
                .contains("METHOD:CANCEL")
                .contains("STATUS:CANCELLED")
                .contains("RECURRENCE-ID;TZID=Europe/Berlin:20261130T090000");
        assertThat(world.meetings
                        .occurrences(
                                world.acme,
                                world.clock.instant(),
                                world.clock.instant().plus(Duration.ofDays(60)),
                                false,
                                PageRequest.first(10),
                                world.ada)
                        .items())
                .extracting(Occurrence::starts)
                .containsExactly(Instant.parse("2026-12-08T08:00:00Z"), Instant.parse("2026-12-14T08:00:00Z"));

        world.meetings.invite(world.acme, meeting.id(), world.ada);
        assertThat(calendar(world.mails.last("tom@x.test")))
                .contains("EXDATE;TZID=Europe/Berlin:20261130T090000")
                .contains("RRULE:FREQ=WEEKLY;COUNT=3")
                .contains("RECURRENCE-ID;TZID=Europe/Berlin:20261207T090000");

        PlannedMeeting back = world.meetings.change(
                world.acme,
                meeting.id(),
                cut.version(),
                new OccurrenceChange(MONDAY, false, Optional.empty(), Optional.empty()),
                world.ada);
        assertThat(back.changes()).hasSize(1);
        isRefused(
                () -> world.meetings.change(
                        world.acme,
                        meeting.id(),
                        back.version(),
                        new OccurrenceChange(MONDAY.plusDays(1), true, Optional.empty(), Optional.empty()),
                        world.ada),
                Problem.NOT_FOUND,
                "occurrence.unknown");
    }

    @Test
    void invitesAgainWithWhoIsInTheGroupsNowAndNotTooOften() {
        Contact eve = world.contact("Eve", Optional.of("eve@x.test"), "en", true, "Board");
        PlannedMeeting meeting = plan(World.draft(new InviteList(
                Set.of(),
                Set.of(),
                Set.of("Board"),
                List.of(new InviteList.Address("tom@x.test", Optional.empty(), Optional.empty())))));
        world.forget(eve);
        world.contact("New", Optional.of("new@x.test"), "en", true, "Board");

        PlannedMeeting again = world.meetings.invite(world.acme, meeting.id(), world.ada);

        assertThat(kinds("tom@x.test")).containsExactly("meeting-invitation", "meeting-invitation");
        assertThat(kinds("new@x.test")).containsExactly("meeting-invitation");
        assertThat(kinds("eve@x.test")).containsExactly("meeting-invitation", "meeting-cancellation");
        assertThat(again.version()).isEqualTo(2);
        assertThat(world.audit.actions(world.acme)).containsExactly("meeting.planned", "meeting.replanned");
        isRefused(() -> world.meetings.invite(world.acme, meeting.id(), world.ada), Problem.LIMITED, "invite.again");
    }

    @Test
    void anExpiredPortalSendsNothingButCancellations() {
        PlannedMeeting meeting = plan(World.draft(MONDAY, weekly(2), World.addresses("tom@x.test")));
        String id = meeting.id();
        world.expire();
        world.clock.pass(Duration.between(world.clock.instant(), Instant.parse("2026-11-30T07:50:00Z")));

        isRefused(
                () -> world.meetings.update(world.acme, id, 1, World.draft(InviteList.NOBODY), world.ada),
                Problem.FORBIDDEN,
                "portal.expired");
        isRefused(
                () -> world.meetings.change(
                        world.acme,
                        id,
                        1,
                        new OccurrenceChange(MONDAY, true, Optional.empty(), Optional.empty()),
                        world.ada),
                Problem.FORBIDDEN,
                "portal.expired");
        isRefused(() -> world.meetings.invite(world.acme, id, world.ada), Problem.FORBIDDEN, "portal.expired");
        world.reminders.remindDue();
        assertThat(world.store.due(world.clock.instant(), 5)).isEmpty();
        world.meetings.cancel(world.acme, id, Optional.empty(), world.ada);
        assertThat(kinds("tom@x.test")).containsExactly("meeting-invitation", "meeting-cancellation");
    }

    @Test
    void cancelsOnceAndForGood() {
        PlannedMeeting meeting = plan(World.draft(World.addresses("tom@x.test")));

        PlannedMeeting gone = world.meetings.cancel(world.acme, meeting.id(), Optional.of("Ada is ill"), world.ada);
        world.meetings.cancel(world.acme, meeting.id(), Optional.empty(), world.ada);

        assertThat(gone.state()).isEqualTo(PlannedMeeting.State.CANCELLED);
        assertThat(kinds("tom@x.test")).containsExactly("meeting-invitation", "meeting-cancellation");
        assertThat(world.mails.last("tom@x.test").values().get("message")).isEqualTo("Ada is ill");
        assertThat(calendar(world.mails.last("tom@x.test")))
                .contains("STATUS:CANCELLED")
                .contains("SEQUENCE:1");
        assertThat(world.events.published("meeting.cancelled")).hasSize(1);
        isRefused(
                () -> world.meetings.update(world.acme, meeting.id(), 2, World.draft(InviteList.NOBODY), world.ada),
                Problem.CONFLICT,
                "meeting.cancelled");
    }

    @Test
    void othersSeeWhatTheyAreInvitedToAndChangeNothing() {
        PlannedMeeting open =
                plan(World.draft(new InviteList(Set.of(world.ben.person()), Set.of(), Set.of(), List.of())));
        PlannedMeeting closed = plan(World.draft(InviteList.NOBODY));

        assertThat(world.meetings.find(world.acme, open.id(), world.ben)).isPresent();
        assertThat(world.meetings.find(world.acme, closed.id(), world.ben)).isEmpty();
        assertThat(world.meetings.find(world.acme, closed.id(), world.administrator))
                .isPresent();
        assertThat(world.meetings.find(world.bolt, closed.id(), world.stranger)).isEmpty();
        assertThat(world.meetings
                        .list(world.acme, false, PageRequest.first(9), world.ben)
                        .items())
                .hasSize(1);
        assertThat(world.meetings
                        .list(world.acme, true, PageRequest.first(9), world.administrator)
                        .items())
                .hasSize(2);
        isRefused(
                () -> world.meetings.list(world.acme, true, PageRequest.first(9), world.ben),
                Problem.FORBIDDEN,
                "forbidden");
        isRefused(
                () -> world.meetings.cancel(world.acme, open.id(), Optional.empty(), world.ben),
                Problem.FORBIDDEN,
                "plan.organizer-only");
        isRefused(
                () -> world.meetings.cancel(world.acme, closed.id(), Optional.empty(), world.ben),
                Problem.NOT_FOUND,
                "plan.unknown");
    }
}
