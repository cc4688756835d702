package org.patchbay.scheduling.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.patchbay.scheduling.World.MONDAY;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.api.events.Event;
import org.patchbay.api.mail.MailDraft;
import org.patchbay.api.scheduling.InviteList;
import org.patchbay.api.scheduling.PlannedMeeting;
import org.patchbay.api.scheduling.Recurrence;
import org.patchbay.scheduling.World;
import org.patchbay.testing.mail.RecordedMails;

class OrganizerExitTest {

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    private PlannedMeeting planned(Optional<Recurrence> recurrence) {
        var invited = new InviteList(
                Set.of(world.ben.person()),
                Set.of(),
                Set.of(),
                World.addresses("tom@x.test").addresses());
        return world.meetings.plan(world.acme, World.draft(MONDAY, recurrence, invited), world.ada);
    }

    private List<MailDraft> cancellations() {
        return world.mails.sent().stream()
                .map(RecordedMails.Sent::draft)
                .filter(draft -> draft.template().equals("meeting-cancellation"))
                .toList();
    }

    private void leaves() {
        world.remove(world.ada.person());
        world.exit.on(new Event(
                "e1",
                "/identity",
                "person.deleted",
                world.acme,
                world.ada.person().value(),
                Instant.EPOCH,
                Optional.empty(),
                1,
                "{}"));
    }

    @Test
    void everybodyInvitedToWhatLiesAheadIsToldAndThePlanGoes() {
        PlannedMeeting meeting = planned(Optional.of(Recurrence.times(Recurrence.Frequency.WEEKLY, 3)));
        world.clock.pass(Duration.ofDays(7));
        leaves();

        assertThat(cancellations()).extracting(MailDraft::to).containsExactlyInAnyOrder("ben@acme.test", "tom@x.test");
        String calendar =
                world.mails.last("tom@x.test").calendar().orElseThrow().text();
        assertThat(calendar)
                .contains("METHOD:CANCEL", "SEQUENCE:1", "STATUS:CANCELLED")
                .contains("UID:" + meeting.id());
        assertThat(world.store.find(world.acme, meeting.id())).isEmpty();
        assertThat(world.store.tickets(world.acme, meeting.id())).isEmpty();
        assertThat(world.events.published("meeting.cancelled"))
                .extracting(Event::subject)
                .containsExactly(meeting.id());
        assertThat(world.audit.drafts(world.acme)).last().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo("meeting.cancelled");
            assertThat(entry.after()).isEqualTo(Map.of("state", "CANCELLED"));
        });
    }

    @Test
    void nothingThatIsSentSaysWhoItWas() {
        planned(Optional.empty());
        leaves();

        assertThat(cancellations()).hasSize(2).allSatisfy(mail -> {
            assertThat(mail.values()).containsEntry("organizer", "Acme");
            assertThat(mail.toString()).doesNotContain("Ada");
        });
        assertThat(world.mails.last("tom@x.test").person()).isEmpty();
    }

    @Test
    void aCalendarFindsTheMeetingByTheAddressThatItHas() {
        World other = World.withoutInbox();
        other.meetings.plan(other.acme, World.draft(World.addresses("tom@x.test")), other.ada);
        assertThat(other.mails.last("tom@x.test").calendar().orElseThrow().text())
                .contains("mailto:ada@acme.test");
        other.remove(other.ada.person());
        other.data.erase(other.acme, other.ada.person());

        assertThat(other.mails.last("tom@x.test").calendar().orElseThrow().text())
                .contains("METHOD:CANCEL", "ORGANIZER;CN=Acme:mailto:ada@acme.test");
        other.close();
    }

    @Test
    void ofWhatIsOverOrWasCancelledNobodyIsTold() {
        PlannedMeeting over = planned(Optional.empty());
        world.clock.pass(Duration.ofDays(8));
        PlannedMeeting cancelled = world.meetings.plan(
                world.acme,
                World.draft(MONDAY.plusDays(14), Optional.empty(), World.addresses("eve@x.test")),
                world.ada);
        world.meetings.cancel(world.acme, cancelled.id(), Optional.empty(), world.ada);
        int told = cancellations().size();
        leaves();

        assertThat(cancellations()).hasSize(told);
        assertThat(world.store.find(world.acme, over.id())).isEmpty();
        assertThat(world.store.find(world.acme, cancelled.id())).isEmpty();
    }

    @Test
    void whoIsErasedIsInvitedToNothingAndMailsToOutsideGoAlong() {
        PlannedMeeting theirs = world.meetings.plan(
                world.acme,
                World.draft(new InviteList(Set.of(world.ada.person()), Set.of(), Set.of(), List.of())),
                world.ben);
        planned(Optional.empty());
        assertThat(world.mails.last("tom@x.test").person()).contains(world.ada.person());
        assertThat(world.mails.last("ben@acme.test").person()).contains(world.ben.person());
        world.data.erase(world.acme, world.ada.person());

        assertThat(world.store.tickets(world.acme, theirs.id())).isEmpty();
        assertThat(world.store.find(world.acme, theirs.id())).isPresent();
    }

    @Test
    void anotherPortalsPlansStay() {
        PlannedMeeting meeting = planned(Optional.empty());
        world.exit.leave(world.bolt, world.ada.person());

        assertThat(cancellations()).isEmpty();
        assertThat(world.store.find(world.acme, meeting.id())).isPresent();
    }
}
