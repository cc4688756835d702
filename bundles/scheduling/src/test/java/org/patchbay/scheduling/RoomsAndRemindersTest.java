package org.patchbay.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.patchbay.scheduling.World.MONDAY;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PageRequest;
import org.patchbay.api.mail.MailDraft;
import org.patchbay.api.scheduling.Answer;
import org.patchbay.api.scheduling.InviteList;
import org.patchbay.api.scheduling.PlannedMeeting;
import org.patchbay.api.scheduling.PlannedMeetingDraft;
import org.patchbay.api.scheduling.Recurrence;
import org.patchbay.api.scheduling.RoomOptions;
import org.patchbay.spi.meetings.PlannedRoom;
import org.patchbay.testing.mail.RecordedMails;

class RoomsAndRemindersTest {

    private static final Instant STARTS = Instant.parse("2026-11-30T08:00:00Z");

    private final World world = new World();
    private final PlannedMeeting meeting = world.meetings.plan(
            world.acme,
            World.draft(
                    MONDAY,
                    Optional.of(Recurrence.times(Recurrence.Frequency.WEEKLY, 2)),
                    World.addresses("yes@x.test", "no@x.test", "maybe@x.test", "silent@x.test")),
            world.ada);

    @AfterEach
    void close() {
        world.close();
    }

    private void at(Instant moment) {
        world.clock.pass(Duration.between(world.clock.instant(), moment));
    }

    private PlannedRoom room() {
        return world.rooms.find(world.acme, meeting.code()).orElseThrow();
    }

    @Test
    @Tag("S1.44")
    void aRoomIsOpenFromAWhileBeforeEachTimeUntilAWhileAfterIt() {
        PlannedRoom.Window first = room().next().orElseThrow();
        assertThat(first.opens()).isEqualTo(STARTS.minus(Duration.ofMinutes(15)));
        assertThat(first.starts()).isEqualTo(STARTS);
        assertThat(first.closes()).isEqualTo(STARTS.plus(Duration.ofMinutes(90)));
        assertThat(room().host()).isEqualTo(world.ada.person());
        assertThat(world.rooms.find(world.bolt, meeting.code())).isEmpty();
        assertThat(world.rooms.find(world.acme, "other")).isEmpty();

        at(STARTS.plus(Duration.ofMinutes(89)));
        assertThat(room().next()).contains(first);
        at(STARTS.plus(Duration.ofMinutes(90)));
        assertThat(room().next().orElseThrow().starts()).isEqualTo(STARTS.plus(Duration.ofDays(7)));
        at(STARTS.plus(Duration.ofDays(8)));
        assertThat(room().next()).isEmpty();
        world.meetings.cancel(world.acme, meeting.id(), Optional.empty(), world.ada);
        assertThat(room().cancelled()).isTrue();
    }

    @Test
    @Tag("S0.26")
    void thePinIsTheRoomsToo() {
        var options = new RoomOptions(
                Optional.empty(), Optional.empty(), Optional.of("4711"), Optional.empty(), Optional.empty());
        var draft = new PlannedMeetingDraft(
                "With PIN",
                Optional.empty(),
                Optional.empty(),
                MONDAY,
                30,
                Optional.empty(),
                Optional.of(options),
                Optional.empty(),
                Optional.of(World.addresses("yes@x.test")));
        PlannedMeeting locked = world.meetings.plan(world.acme, draft, world.ada);

        assertThat(world.rooms
                        .find(world.acme, locked.code())
                        .orElseThrow()
                        .draft()
                        .pin())
                .contains("4711");
        assertThat(world.mails.last("yes@x.test").values().get("pin")).isEqualTo("PIN: 4711");
        assertThat(world.store.find(world.acme, locked.id()).toString()).doesNotContain("4711");
    }

    @Test
    void theInvitationSaysHowToCall() {
        world.telephones.call("+493012345678", "*55");
        var invite = new InviteList(
                Set.of(world.ben.person()),
                Set.of(),
                Set.of(),
                World.addresses("out@x.test").addresses());
        world.meetings.plan(world.acme, World.draft(MONDAY, Optional.empty(), invite), world.ada);

        MailDraft outside = world.mails.last("out@x.test");
        String words = "By telephone: +493012345678, then the number of the meeting: 48201763";
        assertThat(outside.values().get("phone")).isEqualTo(words);
        assertThat(unfolded(outside)).contains(words.replace(",", "\\,"));
        MailDraft inside = world.mails.last("ben@acme.test");
        assertThat(inside.values().get("phone"))
                .isEqualTo("Per Telefon: +493012345678, *55, dann die Nummer der Besprechung: 48201763");
        assertThat(unfolded(inside)).contains("+493012345678\\, *55\\, dann");
    }

    @Test
    void nobodyIsToldACodeThatTheyCannotCall() {
        world.telephones.call("*55");
        world.meetings.plan(
                world.acme, World.draft(MONDAY, Optional.empty(), World.addresses("out@x.test")), world.ada);

        MailDraft outside = world.mails.last("out@x.test");
        assertThat(outside.values().get("phone")).isEmpty();
        assertThat(unfolded(outside)).doesNotContain("*55").doesNotContain("48201763");
    }

    /** The calendar with its lines joined again (RFC 5545, section 3.1). */
    private static String unfolded(MailDraft mail) {
        return mail.calendar().orElseThrow().text().replace("\r\n ", "");
    }

    private List<String> reminded() {
        return world.mails.sent().stream()
                .map(RecordedMails.Sent::draft)
                .filter(draft -> draft.template().equals("meeting-reminder"))
                .map(MailDraft::to)
                .toList();
    }

    @Test
    void remindsOnceForEachOccurrenceWhoDidNotSayNoOrMaybe() {
        world.invitations.answer(world.acme, world.secret("yes@x.test"), Answer.ACCEPTED, Optional.empty(), world.ben);
        world.invitations.answer(
                world.acme, world.secret("maybe@x.test"), Answer.TENTATIVE, Optional.empty(), world.ben);
        world.invitations.answer(world.acme, world.secret("no@x.test"), Answer.DECLINED, Optional.empty(), world.ben);
        world.invitations.answer(
                world.acme,
                world.secret("silent@x.test"),
                Answer.DECLINED,
                Optional.of(MONDAY.plusWeeks(1)),
                world.ben);

        at(STARTS.minus(Duration.ofMinutes(16)));
        world.reminders.remindDue();
        assertThat(reminded()).isEmpty();
        at(STARTS.minus(Duration.ofMinutes(15)));
        world.reminders.remindDue();
        world.reminders.remindDue();
        assertThat(reminded()).containsExactlyInAnyOrder("yes@x.test", "silent@x.test");
        assertThat(world.events.published("meeting.reminded")).hasSize(1);

        at(STARTS.plus(Duration.ofDays(7)).minus(Duration.ofMinutes(1)));
        world.reminders.remindDue();
        assertThat(reminded()).containsExactlyInAnyOrder("yes@x.test", "silent@x.test", "yes@x.test");
    }

    @Test
    void afterTheStartNobodyIsReminded() {
        at(STARTS.plus(Duration.ofMinutes(1)));
        world.reminders.remindDue();

        assertThat(reminded()).isEmpty();
        assertThat(world.store.due(world.clock.instant(), 5)).isEmpty();
    }

    @Test
    void whatSomebodyOrganizesGoesWithThem() {
        world.meetings.plan(
                world.acme,
                World.draft(new InviteList(Set.of(world.ben.person()), Set.of(), Set.of(), List.of())),
                world.ada);
        world.feeds.renew(world.acme, world.ada);
        List<Object> given = new ArrayList<>();
        world.data.export(world.acme, world.ben.person(), (kind, thing) -> given.add(thing));
        assertThat(given).singleElement().satisfies(thing -> assertThat(thing.toString())
                .contains("ben@acme.test")
                .contains("code=set"));

        world.data.erase(world.acme, world.ada.person());
        assertThat(world.store
                        .list(world.acme, Optional.empty(), PageRequest.first(5))
                        .items())
                .isEmpty();
        assertThat(world.feeds.created(world.acme, world.ada)).isEmpty();
        world.data.erase(world.acme);
    }
}
