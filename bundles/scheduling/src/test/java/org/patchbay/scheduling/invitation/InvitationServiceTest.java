package org.patchbay.scheduling.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.patchbay.scheduling.World.MONDAY;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.scheduling.Answer;
import org.patchbay.api.scheduling.Invitation;
import org.patchbay.api.scheduling.OccurrenceAnswer;
import org.patchbay.api.scheduling.PlannedMeeting;
import org.patchbay.api.scheduling.Recurrence;
import org.patchbay.scheduling.World;

class InvitationServiceTest {

    private static final String TOM = "tom@x.test";

    private final World world = new World();
    private final PlannedMeeting meeting = world.meetings.plan(
            world.acme,
            World.draft(
                    MONDAY,
                    Optional.of(Recurrence.times(Recurrence.Frequency.WEEKLY, 12)),
                    World.addresses(TOM, "eve@x.test")),
            world.ada);
    private final String secret = world.secret(TOM);

    @AfterEach
    void close() {
        world.close();
    }

    private static void isRefused(ThrowingCallable call, String code) {
        assertThatThrownBy(call).isInstanceOfSatisfying(PatchbayException.class, e -> assertThat(
                        e.errors().isEmpty() ? e.code() : e.errors().get(0).code())
                .isEqualTo(code));
    }

    private Answer of(String email) {
        return world.meetings.find(world.acme, meeting.id(), world.ada).orElseThrow().invitees().stream()
                .filter(one -> one.email().equals(email))
                .findFirst()
                .orElseThrow()
                .answer();
    }

    @Test
    void theSecretOfTheMailShowsTheInvitation() {
        Invitation invitation = world.invitations.find(world.acme, secret);

        assertThat(invitation.title()).isEqualTo("Jour fixe");
        assertThat(invitation.name()).isEqualTo(TOM);
        assertThat(invitation.upcoming()).hasSize(10);
        isRefused(() -> world.invitations.find(world.bolt, secret), "invitation.unknown");
        isRefused(() -> world.invitations.find(world.acme, "guess"), "invitation.unknown");
    }

    @Test
    void answersForAllAndForOne() {
        world.invitations.answer(world.acme, secret, Answer.ACCEPTED, Optional.empty(), world.ben);
        Invitation after = world.invitations.answer(
                world.acme, secret, Answer.DECLINED, Optional.of(MONDAY.plusWeeks(1)), world.ben);

        assertThat(after.answer()).isEqualTo(Answer.ACCEPTED);
        assertThat(after.upcoming().get(1).answer()).isEqualTo(Answer.DECLINED);
        assertThat(of(TOM)).isEqualTo(Answer.ACCEPTED);
        assertThat(of("eve@x.test")).isEqualTo(Answer.NEEDS_ACTION);
        assertThat(world.events.published("meeting.answered")).hasSize(2);
        isRefused(
                () -> world.invitations.answer(world.acme, secret, Answer.NEEDS_ACTION, Optional.empty(), world.ben),
                "answer.none");
        isRefused(
                () -> world.invitations.answer(
                        world.acme, secret, Answer.ACCEPTED, Optional.of(MONDAY.plusDays(1)), world.ben),
                "occurrence.unknown");
        world.meetings.cancel(world.acme, meeting.id(), Optional.empty(), world.ada);
        isRefused(
                () -> world.invitations.answer(world.acme, secret, Answer.ACCEPTED, Optional.empty(), world.ben),
                "meeting.cancelled");
    }

    private static String reply(
            PlannedMeeting meeting, String attendee, String answer, int sequence, String stamp, String more) {
        return String.join(
                "\r\n",
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "METHOD:REPLY",
                "BEGIN:VEVENT",
                "UID:" + meeting.id() + "@" + meeting.portal(),
                "DTSTAMP:" + stamp,
                "SEQUENCE:" + sequence,
                "ATTENDEE;PARTSTAT=" + answer + ";CN=\"Tom: T\":mailto:" + attendee,
                "ORGANIZER:mailto:meet@inbox.test",
                more + "END:VEVENT",
                "END:VCALENDAR",
                "");
    }

    private String said(String answer, String stamp) {
        return reply(meeting, TOM, answer, 0, stamp, "");
    }

    @Test
    void aReplyWithTheSecretCounts() {
        List<String> to = List.of("meet+" + secret + "@inbox.test");

        assertThat(world.replies.take(to, said("ACCEPTED", "20261126T121000Z"))).isEqualTo(1);
        assertThat(of(TOM)).isEqualTo(Answer.ACCEPTED);
    }

    @Test
    void aReplyWithoutTheSecretIsNobodys() {
        List<String> to = List.of("meet@inbox.test");
        assertThat(world.replies.take(to, said("ACCEPTED", "20261126T121000Z"))).isZero();
        assertThat(of(TOM)).isEqualTo(Answer.NEEDS_ACTION);
    }

    @Test
    void whatIsOlderChangesNothing() {
        List<String> to = List.of("meet+" + secret + "@inbox.test");
        world.replies.take(to, said("ACCEPTED", "20261126T121000Z"));

        assertThat(world.replies.take(to, said("DECLINED", "20261126T120900Z"))).isZero();
        assertThat(world.replies.take(to, said("DECLINED", "20261126T121000Z"))).isZero();
        assertThat(world.replies.take(to, said("DECLINED", "20271126T121000Z")))
                .as("of next year")
                .isZero();
        world.clock.pass(Duration.ofMinutes(20));
        world.meetings.update(
                world.acme,
                meeting.id(),
                1,
                World.draft(MONDAY.plusHours(1), meeting.recurrence(), World.addresses(TOM, "eve@x.test")),
                world.ada);
        assertThat(world.replies.take(to, said("DECLINED", "20261126T121500Z")))
                .as("to the time that was before")
                .isZero();
        assertThat(world.replies.take(to, reply(meeting, TOM, "DECLINED", 1, "20261126T122500Z", "")))
                .isEqualTo(1);
        assertThat(of(TOM)).isEqualTo(Answer.DECLINED);
    }

    @Test
    void aReplyMayBeAboutOneOccurrence() {
        List<String> to = List.of("meet+" + secret + "@inbox.test");
        String one = reply(meeting, TOM, "DECLINED", 0, "20261126T121000Z", "RECURRENCE-ID:20261207T080000Z\r\n");

        assertThat(world.replies.take(to, one)).isEqualTo(1);
        assertThat(world.meetings
                        .find(world.acme, meeting.id(), world.ada)
                        .orElseThrow()
                        .invitees())
                .flatExtracting(invitee -> invitee.occurrences())
                .containsExactly(new OccurrenceAnswer(MONDAY.plusWeeks(1), Answer.DECLINED));
        String never = reply(meeting, TOM, "DECLINED", 0, "20261126T121100Z", "RECURRENCE-ID:20261208T080000Z\r\n");
        assertThat(world.replies.take(to, never)).isZero();
    }

    @Test
    void whatIsNestedTooDeepIsNone() {
        String deep = "BEGIN:X\r\n".repeat(50_000) + "END:X\r\n".repeat(50_000);
        String said = said("ACCEPTED", "20261126T121000Z");

        assertThat(CalendarReply.read(said.replace("END:VEVENT", "BEGIN:X\r\nEND:X\r\nEND:VEVENT")))
                .hasSize(1);
        assertThat(CalendarReply.read(said.replace("END:VEVENT", deep + "END:VEVENT")))
                .isEmpty();
    }

    @Test
    void whatIsNoReplyIsNone() {
        assertThat(CalendarReply.read("nonsense")).isEmpty();
        assertThat(CalendarReply.read(said("ACCEPTED", "20261126T121000Z").replace("REPLY", "REQUEST")))
                .isEmpty();
        assertThat(CalendarReply.read(said("ACCEPTED", "yesterday"))).isEmpty();
        assertThat(CalendarReply.read(said("DELEGATED", "20261126T121000Z"))).isEmpty();
        assertThat(world.replies.take(
                        List.of(), said("ACCEPTED", "20261126T121000Z").replace("UID:", "UID:x")))
                .isZero();
    }
}
