package org.patchbay.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.Problem;
import org.patchbay.api.calls.CallAction;
import org.patchbay.api.calls.CallId;
import org.patchbay.api.calls.CallRecord;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.api.identity.Right;
import org.patchbay.api.recordings.RecordingRetention;
import org.patchbay.testing.identity.Callers;
import org.patchbay.testing.phonemedia.FakePhoneMedia;
import org.patchbay.testing.signalling.FakeLeg;

final class CallRecordingsTest {

    private final Office office = new Office();

    @AfterEach
    void close() {
        office.close();
    }

    private static void refused(Problem problem, org.assertj.core.api.ThrowableAssert.ThrowingCallable what) {
        assertThatThrownBy(what).isInstanceOfSatisfying(PatchbayException.class, e -> assertThat(e.problem())
                .isEqualTo(problem));
    }

    /** Anna talks with Bob, recorded; the fake of phone media writes what it is told of the far end. */
    private CallRecord recorded() {
        FakeLeg[] two = office.talk("100", "101");
        record(on());
        two[0].hangsUp();
        return office.record();
    }

    private CallId on() {
        return office.service.live(office.acme, office.anna).get(0).id();
    }

    private void record(CallId call) {
        record(call, office.anna);
    }

    private void record(CallId call, Caller by) {
        office.service.act(office.acme, call, new CallAction.Recording(true), by);
        var port = office.media.open().stream()
                .filter(one -> one.recording().isPresent())
                .findFirst()
                .orElseThrow();
        port.speaks(new byte[800]);
    }

    private List<CallRecordings.Heard> list(CallRecord call, Caller by) {
        return office.recordings.list(office.acme, call.id(), by);
    }

    @Test
    @Tag("S4.37")
    @Tag("S4.38")
    void theOnesWhoTalkedHearItAndNobodyElse() throws IOException {
        CallRecord call = recorded();
        assertThat(list(call, office.anna)).hasSize(1);
        assertThat(list(call, office.bob)).singleElement().satisfies(one -> assertThat(one.deletable())
                .isFalse());
        refused(Problem.NOT_FOUND, () -> list(call, office.carla));
        refused(Problem.NOT_FOUND, () -> office.recordings.list(office.bolt, call.id(), Callers.user(office.bolt)));
        office.access.grant(office.carla, Right.SEE_CALLS, office.sales);
        assertThat(list(call, office.carla)).isEmpty();
        String id = list(call, office.anna).get(0).recording().id();
        refused(Problem.NOT_FOUND, () -> office.recordings.open(office.acme, call.id(), id, false, true, office.carla));
        assertThat(Files.size(office.recordings.open(office.acme, call.id(), id, false, true, office.anna)))
                .isPositive();
        assertThat(call.path()).anyMatch(step -> step.decision().step().equals("recording"));
    }

    @Test
    @Tag("S3.30")
    @Tag("S3.33")
    void whoMaySeeRecordingsOfTheDepartmentHearsAndDeletesThem() {
        CallRecord call = recorded();
        office.access.grant(office.carla, Right.SEE_RECORDINGS, new DepartmentId("elsewhere"));
        refused(Problem.NOT_FOUND, () -> list(call, office.carla));
        office.access.grant(office.carla, Right.SEE_RECORDINGS, office.sales);
        String id = list(call, office.carla).get(0).recording().id();
        refused(Problem.FORBIDDEN, () -> office.recordings.delete(office.acme, call.id(), id, office.bob));
        office.recordings.delete(office.acme, call.id(), id, office.carla);
        assertThat(list(call, office.anna)).isEmpty();
        refused(Problem.NOT_FOUND, () -> office.recordings.delete(office.acme, call.id(), id, office.carla));
        assertThat(office.audit.actions(office.acme)).contains("call-recording.deleted");
        assertThat(office.events.published(CallEvents.RECORDING_DELETED)).hasSize(1);
    }

    @Test
    void whoHearsAndWhoDownloadsIsInTheAuditOnce() {
        CallRecord call = recorded();
        String id = list(call, office.anna).get(0).recording().id();
        for (boolean download : new boolean[] {false, false, true, true}) {
            office.recordings.open(office.acme, call.id(), id, download, true, office.anna);
        }
        office.recordings.open(office.acme, call.id(), id, true, false, office.bob);
        assertThat(office.audit.actions(office.acme))
                .filteredOn(action -> action.startsWith("call-recording"))
                .containsExactly("call-recording.listened", "call-recording.downloaded");
        assertThat(office.events.published(CallEvents.RECORDING_PLAYED)).hasSize(1);
    }

    @Test
    void whatIsRecordedBeforeAndAfterATransferAreTwo() {
        FakeLeg[] two = office.talk("100", "101");
        CallId call = on();
        record(call);
        office.service.act(office.acme, call, new CallAction.Divert("102"), office.anna);
        office.ringing("102").answers(FakePhoneMedia.PHONE);
        await().until(() -> office.service.live(office.acme, office.carla).stream()
                .anyMatch(one -> one.parties().size() == 2 && one.answered().isPresent()));
        var now = Instant.now();
        record(call, office.carla);
        two[1].hangsUp();
        CallRecord over = office.record();
        List<CallRecording> files = office.folder.of(office.acme, call);
        assertThat(files).hasSize(2);
        assertThat(files.get(1).started()).isAfterOrEqualTo(now.minusSeconds(1));
        assertThat(list(over, office.bob)).hasSize(2);
    }

    @Test
    void whatIsSaidAfterSomebodyLeftIsNotTheirs() throws IOException {
        CallRecord call = recorded();
        CallRecording recording = list(call, office.anna).get(0).recording();
        Path file = office.recordings.open(office.acme, call.id(), recording.id(), false, false, office.anna);
        long later = recording.started().plus(Duration.ofHours(1)).toEpochMilli();
        Files.move(file, file.resolveSibling(later + ".wav"));
        assertThat(office.folder.of(office.acme, call.id())).hasSize(1);
        assertThat(list(call, office.anna)).isEmpty();
    }

    @Test
    void oldOnesAreDeletedAsThePortalSays() {
        CallRecord call = recorded();
        var later = Clock.fixed(Instant.now().plus(Duration.ofDays(31)), ZoneOffset.UTC);
        var days = new ArrayList<>(List.of(Duration.ofDays(60)));
        RecordingRetention rule = portal -> Optional.of(days.get(0));
        var caretaker = new RecordingsCaretaker(
                office.folder, office.portals, office.cluster.node("one"), Optional.of(rule), office.config(), later);
        caretaker.look();
        assertThat(office.folder.of(office.acme, call.id())).hasSize(1);
        days.set(0, Duration.ofDays(30));
        caretaker.look();
        assertThat(office.folder.of(office.acme, call.id())).isEmpty();
        caretaker.close();
    }

    @Test
    void recordingsStayWithTheOthersAndGoWithTheLastPersonAndWithThePortal() {
        CallRecord call = recorded();
        var data = new CallData(office.store, office.folder, office.lifts);
        List<Object> given = new ArrayList<>();
        data.export(office.acme, (kind, one) -> given.add(one));
        assertThat(given).containsExactly(call);
        data.erase(office.acme, office.carla.person());
        data.erase(office.bolt);
        assertThat(office.folder.of(office.acme, call.id())).hasSize(1);
        data.erase(office.acme, office.bob.person());
        assertThat(office.folder.of(office.acme, call.id())).hasSize(1);
        CallRecord kept = office.store.find(office.acme, call.id()).orElseThrow();
        assertThat(kept.legs()).noneMatch(leg -> leg.person().equals(Optional.of(office.bob.person())));
        assertThat(office.recordings.list(office.acme, call.id(), office.anna)).hasSize(1);
        data.erase(office.acme, office.anna.person());
        assertThat(office.folder.of(office.acme, call.id())).isEmpty();
        data.erase(office.acme);
        assertThat(office.store.find(office.acme, call.id())).isEmpty();
    }

    @Test
    void namesThatAreNoneLeadNowhere() {
        assertThat(office.folder.of(office.acme, new CallId("../../etc"))).isEmpty();
        refused(
                Problem.NOT_FOUND,
                () -> office.recordings.open(office.acme, new CallId(".."), "1", false, true, office.anna));
    }
}
