package org.patchbay.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.patchbay.scheduling.World.MONDAY;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.audit.AuditDraft;
import org.patchbay.api.scheduling.PlannedMeeting;
import org.patchbay.api.scheduling.Recurrence;
import org.patchbay.scheduling.planning.KeepSection.KeepText;

class CaretakerTest {

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    private PlannedMeeting plan(LocalDateTime start, Optional<Recurrence> recurrence) {
        return world.meetings.plan(
                world.acme, World.draft(start, recurrence, World.addresses("tom@x.test")), world.ada);
    }

    private boolean isThere(PlannedMeeting meeting) {
        boolean there = world.store.find(world.acme, meeting.id()).isPresent();
        assertThat(world.store.tickets(world.acme, meeting.id())).hasSize(there ? 1 : 0);
        return there;
    }

    @Test
    void whatIsOverGoesAfterTheTimeOfTheServer() {
        PlannedMeeting once = plan(MONDAY, Optional.empty());
        PlannedMeeting series = plan(MONDAY, Optional.of(Recurrence.times(Recurrence.Frequency.WEEKLY, 4)));
        PlannedMeeting cancelled = plan(MONDAY, Optional.empty());
        world.meetings.cancel(world.acme, cancelled.id(), Optional.empty(), world.ada);

        world.clock.pass(Duration.ofDays(365 + 3));
        world.caretaker.removeOver();
        assertThat(isThere(once)).isTrue();
        assertThat(isThere(cancelled)).isTrue();

        world.clock.pass(Duration.ofDays(3));
        world.caretaker.removeOver();
        assertThat(isThere(once)).isFalse();
        assertThat(isThere(cancelled)).isFalse();
        assertThat(isThere(series)).isTrue();

        world.clock.pass(Duration.ofDays(21));
        world.caretaker.removeOver();
        assertThat(isThere(series)).isFalse();
    }

    @Test
    void aPortalSaysForHowLong() {
        PlannedMeeting meeting = plan(MONDAY, Optional.empty());
        world.keeping.change(world.acme, Optional.of(30), world.administrator);
        assertThat(world.keeping.of(world.acme).keepDays()).contains(30);
        assertThat(world.keeping.of(world.bolt).keepDays()).isEmpty();
        assertThat(world.keeping.of(world.bolt).usualDays()).isEqualTo(365);

        world.clock.pass(Duration.ofDays(30));
        world.caretaker.removeOver();
        assertThat(isThere(meeting)).isTrue();
        world.clock.pass(Duration.ofDays(5));
        world.caretaker.removeOver();
        assertThat(isThere(meeting)).isFalse();
        assertThat(world.audit.drafts(world.acme))
                .filteredOn(draft -> draft.action().equals("planned-meeting-rules.updated"))
                .extracting(AuditDraft::after)
                .containsExactly(Map.of("keepDays", "30"));
    }

    @Test
    void anyNumberGoesInPieces() {
        for (int number = 0; number < Caretaker.AT_ONCE + 5; number++) {
            plan(MONDAY, Optional.empty());
        }
        world.clock.pass(Duration.ofDays(400));
        world.caretaker.removeOver();

        assertThat(world.store
                        .list(world.acme, Optional.empty(), PageRequest.first(500))
                        .items())
                .isEmpty();
    }

    @Test
    void timesThatNobodyMeansAreRefused() {
        for (int days : new int[] {0, 3651}) {
            assertThatThrownBy(() -> world.keeping.change(world.acme, Optional.of(days), world.administrator))
                    .isInstanceOfSatisfying(
                            PatchbayException.class,
                            e -> assertThat(e.errors().get(0).pointer()).isEqualTo("/keepDays"));
        }
        assertThat(world.audit.drafts(world.acme)).isEmpty();
    }

    @Test
    void aPortalsFileSaysItToo() {
        var text = new KeepText(Optional.of(90));
        assertThat(world.section.read(world.acme)).isEqualTo(new KeepText(Optional.empty()));
        world.section.apply(world.acme, text, world.administrator);
        world.section.apply(world.acme, text, world.administrator);

        assertThat(world.section.read(world.acme)).isEqualTo(text);
        assertThat(world.section.read(world.bolt)).isEqualTo(new KeepText(Optional.empty()));
        assertThat(world.audit.drafts(world.acme)).hasSize(1);
        world.data.erase(world.acme);
        assertThat(world.section.read(world.acme)).isEqualTo(new KeepText(Optional.empty()));
    }
}
