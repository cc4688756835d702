package org.patchbay.recordings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.recordings.LedgerEntry;
import org.patchbay.api.recordings.Recording;
import org.patchbay.api.recordings.RecordingPart;
import org.patchbay.api.recordings.Recordings.Fetch;
import org.patchbay.api.tenancy.Feature;
import org.patchbay.spi.media.MediaTap;
import org.patchbay.spi.meetings.MeetingRecorder;
import org.patchbay.spi.meetings.MeetingRecording;
import org.patchbay.spi.meetings.RecordedMeeting;
import org.patchbay.spi.meetings.RecordedPerson;
import org.patchbay.testing.meetings.MeetingRecorderContract;

class RecorderTest implements MeetingRecorderContract {

    private static final String ANN = "0000000a";
    private static final String BO = "0000000b";

    /** The film is made at low priority. */
    private static final Duration FILMED = Duration.ofMinutes(1);

    private final List<String> ended = new CopyOnWriteArrayList<>();
    private World world;

    @BeforeEach
    void open(@TempDir Path folder) {
        world = new World(folder);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Override
    public MeetingRecorder recorder() {
        return world.recorder;
    }

    @Override
    public PortalId served() {
        return world.acme;
    }

    @Override
    public String host() {
        return world.user.person().value();
    }

    private MeetingRecording start(Optional<RecordedPerson> by) {
        return world.recorder.start(world.acme, new RecordedMeeting("m1", "Monday", host(), "Ann"), by, ended::add);
    }

    private Recording only() {
        return world.recordings
                .list(world.acme, true, PageRequest.first(2), world.administrator)
                .items()
                .get(0);
    }

    private void await(Recording.State state) {
        Awaitility.await().untilAsserted(() -> assertThat(only().state()).isEqualTo(state));
    }

    /** Puts together what there is, once the recorder has let it go. */
    private Recording made() {
        Awaitility.await().atMost(FILMED).untilAsserted(() -> {
            world.workshop.look();
            assertThat(only().state()).isIn(Recording.State.READY, Recording.State.FAILED);
        });
        return only();
    }

    @Test
    @Tag("S0.24")
    void recordsWhoAgreedAndNobodyElse() {
        MeetingRecording going = start(Optional.of(world.person(world.user, ANN)));
        going.agreed(world.person(world.user, ANN));
        going.declined(new RecordedPerson(BO, Optional.empty(), "Bo"));
        assertThat(only().state()).isEqualTo(Recording.State.RECORDING);
        World.speak(going.tap(), ANN, 100, 40);
        World.speak(going.tap(), BO, 100, 40);
        going.stop(Optional.of(world.person(world.user, ANN)));
        await(Recording.State.PROCESSING);

        Recording made = made();
        assertThat(made.state()).isEqualTo(Recording.State.READY);
        assertThat(made.filmless()).contains(Recording.Filmless.NO_FFMPEG);
        assertThat(made.cut()).isEmpty();
        assertThat(made.parts())
                .filteredOn(part -> part.kind().isTrack())
                .singleElement()
                .satisfies(part -> {
                    assertThat(part.kind()).isEqualTo(RecordingPart.Kind.MICROPHONE);
                    assertThat(part.name()).contains(world.user.name());
                    assertThat(part.person()).contains(host());
                    assertThat(part.durationMillis()).isBetween(1_900L, 2_100L);
                });
        assertThat(world.quotas.taken(world.user.person())).isEqualTo(made.bytes());
        assertThat(world.recordings
                        .ledger(world.acme, made.id(), PageRequest.first(9), world.user)
                        .items())
                .extracting(LedgerEntry::act)
                .containsExactlyInAnyOrder(LedgerEntry.Act.AGREED, LedgerEntry.Act.DECLINED);
        assertThat(world.events.published())
                .extracting(event -> event.type())
                .containsExactly(
                        RecordingEvents.STARTED,
                        RecordingEvents.CONSENTED,
                        RecordingEvents.DECLINED,
                        RecordingEvents.STOPPED,
                        RecordingEvents.READY);
        assertThat(world.files.isHere(world.acme, made.id())).isFalse();
        assertThat(ended).isEmpty();
    }

    @Test
    @Tag("S0.24")
    void makesAFilmWhereThereIsFfmpeg(@TempDir Path other) throws Exception {
        world.close();
        world = new World(other, "ffmpeg");
        MeetingRecording going = start(Optional.empty());
        going.agreed(world.person(world.user, ANN));
        World.speak(going.tap(), ANN, 100, 40);
        going.stop(Optional.empty());

        Recording made = made();
        assertThat(made.filmless()).isEmpty();
        assertThat(made.parts())
                .extracting(RecordingPart::kind)
                .containsExactly(
                        RecordingPart.Kind.FILM,
                        RecordingPart.Kind.THUMBNAIL,
                        RecordingPart.Kind.SOUND,
                        RecordingPart.Kind.MICROPHONE);
        assertThat(made.bytes()).isEqualTo(world.quotas.taken(world.user.person()));
        var content = world.recordings.open(world.acme, made.id(), 1, new Fetch(false, true), world.user);
        var out = new ByteArrayOutputStream();
        content.write(0, 4, out);
        assertThat(out.toByteArray()).as("EBML").containsExactly(0x1a, 0x45, 0xdf, 0xa3);
    }

    @Test
    @Tag("S1.08")
    void aFilmThatThereIsNoRoomForIsLeftOut(@TempDir Path other) {
        world.close();
        world = new World(other, "ffmpeg");
        MeetingRecording going = start(Optional.empty());
        going.agreed(world.person(world.user, ANN));
        World.speak(going.tap(), ANN, 100, 40);
        going.stop(Optional.empty());
        await(Recording.State.PROCESSING);
        // The tracks have 4,000 bytes of sound and a little more around them, the mixed sound is as large again at
        // most.
        world.quotas.limit(4_500);

        Recording made = made();
        assertThat(made.state()).isEqualTo(Recording.State.READY);
        assertThat(made.filmless()).contains(Recording.Filmless.QUOTA);
        assertThat(made.parts()).extracting(RecordingPart::kind).doesNotContain(RecordingPart.Kind.FILM);
        assertThat(world.quotas.taken(world.user.person())).isLessThanOrEqualTo(4_500);
    }

    @Test
    void nothingOfSomebodyIsKeptAfterTheyTookItBack() {
        MeetingRecording going = start(Optional.empty());
        going.agreed(world.person(world.other, BO));
        World.speak(going.tap(), BO, 50, 40);
        going.declined(world.person(world.other, BO));
        World.speak(going.tap(), BO, 500, 40);
        going.stop(Optional.empty());

        assertThat(made().parts())
                .filteredOn(part -> part.kind().isTrack())
                .allSatisfy(part -> assertThat(part.durationMillis()).isLessThan(1_500));
    }

    @Test
    void aRecordingOfNobodyFails() {
        start(Optional.empty()).stop(Optional.empty());

        Recording made = made();
        assertThat(made.state()).isEqualTo(Recording.State.FAILED);
        assertThat(made.filmless()).contains(Recording.Filmless.EMPTY);
        assertThat(world.events.published(RecordingEvents.FAILED)).hasSize(1);
        assertThat(world.quotas.taken(world.user.person())).isZero();
    }

    @Test
    @Tag("S1.08")
    void endsWhenTheStorageIsFullAndKeepsWhatWasRecorded() {
        world.quotas.limit(6_000_000);
        MeetingRecording going = start(Optional.empty());
        going.agreed(world.person(world.user, ANN));
        World.speak(going.tap(), ANN, 7_000, 1_000);
        Awaitility.await().untilAsserted(() -> assertThat(ended).containsExactly("quota"));

        Recording made = made();
        assertThat(made.state()).isEqualTo(Recording.State.READY);
        assertThat(made.cut()).contains(Recording.Cut.QUOTA);
        assertThat(made.bytes()).isGreaterThan(5_000_000);
        assertThat(world.quotas.taken(world.user.person())).isLessThanOrEqualTo(6_000_000);
    }

    @Test
    @Tag("S1.08")
    void doesNotBeginWithoutRoom() {
        world.quotas.limit(1_000_000);
        assertThatThrownBy(() -> start(Optional.empty()))
                .isInstanceOfSatisfying(
                        PatchbayException.class, e -> assertThat(e.code()).isEqualTo("recording.no-room"));
        assertThat(world.store
                        .list(world.acme, Optional.empty(), PageRequest.first(1))
                        .items())
                .isEmpty();
    }

    @Test
    void aMediaServerThatIsLostEndsItWhenTheMeetingIsNowhereElse() {
        MeetingRecording going = start(Optional.empty());
        going.agreed(world.person(world.user, ANN));
        MediaTap tap = going.tap();
        World.speak(tap, ANN, 50, 40);
        tap.conferenceGone();
        assertThat(ended).isEmpty();
        world.clock.pass(LiveRecording.GRACE.plusSeconds(1));

        assertThat(made().cut()).contains(Recording.Cut.LOST);
        assertThat(ended).containsExactly("lost");
    }

    @Test
    @Tag("S1.33")
    void goesOnInTheSameRecordingWhereTheMeetingIsHeardThen() {
        MeetingRecording going = start(Optional.empty());
        going.agreed(world.person(world.user, ANN));
        MediaTap first = going.tap();
        World.speak(first, ANN, 50, 40);
        first.conferenceGone();
        MediaTap second = going.tap();
        World.speak(second, ANN, 50, 40);
        first.conferenceGone();
        World.speak(first, ANN, 50, 40);
        MediaTap third = going.tap();
        second.conferenceGone();
        World.speak(third, ANN, 50, 40);
        world.clock.pass(LiveRecording.GRACE.plusSeconds(1));
        going.stop(Optional.empty());

        Recording made = made();
        assertThat(made.cut()).isEmpty();
        assertThat(ended).isEmpty();
        assertThat(made.parts())
                .as("one track for each place where she was heard")
                .filteredOn(part -> part.kind() == RecordingPart.Kind.MICROPHONE)
                .hasSize(3);
    }

    @Test
    void whatAKilledServerLeftIsPutTogetherAfterTheNextStart() {
        MeetingRecording going = start(Optional.empty());
        going.agreed(world.person(world.user, ANN));
        World.speak(going.tap(), ANN, 200, 40);
        // The server is gone: nobody writes down that it ended.
        world.recorder.close();

        Recording made = made();
        assertThat(made.cut()).contains(Recording.Cut.LOST);
        assertThat(made.state()).isEqualTo(Recording.State.READY);
        assertThat(made.parts()).anyMatch(part -> part.kind() == RecordingPart.Kind.MICROPHONE);
    }

    @Test
    void belongsToWhoeverBeginsIfTheyAreOfThePortal() {
        start(Optional.of(world.person(world.other, BO))).stop(Optional.empty());
        assertThat(only().owner()).isEqualTo(world.other.person().value());
        made();
        start(Optional.of(world.person(world.stranger, BO))).stop(Optional.empty());
        assertThat(only().owner()).isEqualTo(host());
    }

    @Test
    @Tag("S0.24")
    void recordsNothingWhereThePortalDoesNot() {
        world.feature(Feature.RECORDING, false);
        assertThat(world.recorder.serves(world.acme)).isFalse();
        assertThatThrownBy(() -> start(Optional.empty()))
                .isInstanceOfSatisfying(
                        PatchbayException.class, e -> assertThat(e.code()).isEqualTo("feature.off"));
    }
}
