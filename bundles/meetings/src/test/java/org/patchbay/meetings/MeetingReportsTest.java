package org.patchbay.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Caller;
import org.patchbay.meetings.MeetingReport.Span;
import org.patchbay.meetings.store.InMemoryMeetingStore;
import org.patchbay.meetings.store.Quality;
import org.patchbay.meetings.store.Stay;
import org.patchbay.meetings.store.StoredMeeting;
import org.patchbay.testing.cluster.MovableClock;
import org.patchbay.testing.identity.Callers;
import org.patchbay.testing.identity.RoleAccess;
import org.patchbay.testing.tenancy.InMemoryPortals;

class MeetingReportsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private final InMemoryPortals portals = new InMemoryPortals();
    private final PortalId acme = portals.named("Acme").id();
    private final PortalId bolt = portals.named("Bolt").id();
    private final InMemoryMeetingStore store = new InMemoryMeetingStore();
    private final MovableClock clock = new MovableClock(NOW.plusSeconds(600));
    private final MeetingReports reports = new MeetingReports(store, new RoleAccess(portals), clock);
    private final Caller.Member ann = Callers.user(acme);

    private void meeting(Optional<Instant> ended) {
        store.add(acme, new StoredMeeting("m1", "Monday", "h", "s", ann.person().value(), "Ann", NOW, ended));
    }

    private void stay(String id, String name, Optional<String> person, int from, Optional<Integer> to) {
        store.enter(
                acme,
                new Stay(
                        "m1/" + id,
                        "m1",
                        name,
                        person,
                        Optional.empty(),
                        NOW.plusSeconds(from),
                        to.map(NOW::plusSeconds)));
    }

    @Test
    void saysWhoWasInHowLongAndHowTheirConnectionWas() {
        meeting(Optional.empty());
        stay("0a", "Ann", Optional.of(ann.person().value()), 10, Optional.empty());
        stay("0b", "Bo", Optional.empty(), 60, Optional.of(120));
        stay("0c", "Bo", Optional.empty(), 180, Optional.of(200));
        store.measure(acme, "m1", "m1/0b", quality(20, 0.5).with(sample(30, 1.2)));

        MeetingReport report = reports.of(acme, "m1", ann);
        assertThat(report.seconds()).isEqualTo(600);
        assertThat(report.complete()).isTrue();
        assertThat(report.attendees()).extracting(MeetingReport.Attendee::name).containsExactly("Ann", "Bo");
        assertThat(report.attendees().get(0).host()).isTrue();
        assertThat(report.attendees().get(0).seconds()).as("still there").isEqualTo(590);
        assertThat(report.attendees().get(1).seconds()).isEqualTo(80);
        assertThat(report.attendees().get(1).stays()).hasSize(2);
        var quality = report.attendees().get(1).stays().get(0).quality().orElseThrow();
        assertThat(quality.reports()).isEqualTo(2);
        assertThat(quality.roundTrip()).contains(new Span(20, 25, 30));
        assertThat(quality.loss()).contains(new Span(0.5, 0.9, 1.2));
        assertThat(quality.jitter()).isEmpty();
        assertThat(report.attendees().get(1).stays().get(1).quality()).isEmpty();
    }

    @Test
    void whoIsInTwiceAtATimeIsThereOnce() {
        meeting(Optional.empty());
        stay("0a", "Ann", Optional.of(ann.person().value()), 0, Optional.of(100));
        stay("0b", "Ann", Optional.of(ann.person().value()), 20, Optional.of(50));
        stay("0c", "Ann", Optional.of(ann.person().value()), 60, Optional.of(160));
        stay("0d", "Ann", Optional.of(ann.person().value()), 200, Optional.of(230));
        var attendee = reports.of(acme, "m1", ann).attendees().get(0);
        assertThat(attendee.seconds()).isEqualTo(190);
        assertThat(attendee.stays()).hasSize(4);
    }

    private static Quality quality(double roundTrip, double loss) {
        return Quality.NONE.with(sample(roundTrip, loss));
    }

    private static Quality.Sample sample(double roundTrip, double loss) {
        return new Quality.Sample(
                Optional.of(roundTrip), Optional.of(loss), Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Test
    void endsWithTheMeeting() {
        meeting(Optional.of(NOW.plusSeconds(300)));
        stay("0a", "Ann", Optional.of(ann.person().value()), 0, Optional.empty());
        clock.pass(Duration.ofHours(1));
        assertThat(reports.of(acme, "m1", ann).seconds()).isEqualTo(300);
        assertThat(reports.of(acme, "m1", ann).attendees().get(0).seconds()).isEqualTo(300);
    }

    @Test
    void isForWhoseMeetingItWasAndForManagersOfThePortal() {
        meeting(Optional.empty());
        assertThat(reports.of(acme, "m1", Callers.administrator(acme)).id()).isEqualTo("m1");
        refused(acme, Callers.user(acme), Problem.FORBIDDEN);
        refused(acme, Callers.guest(acme, "m1"), Problem.FORBIDDEN);
        refused(bolt, Callers.administrator(bolt), Problem.NOT_FOUND);
        refused(acme, Callers.administrator(bolt), Problem.FORBIDDEN);
    }

    private void refused(PortalId portal, Caller by, Problem problem) {
        assertThatThrownBy(() -> reports.of(portal, "m1", by))
                .isInstanceOfSatisfying(PatchbayException.class, refusal -> assertThat(refusal.problem())
                        .isEqualTo(problem));
    }
}
