package org.patchbay.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchbay.api.PageRequest;
import org.patchbay.api.recordings.Recording;
import org.patchbay.api.recordings.RecordingId;
import org.patchbay.recordings.storage.S3Storage;
import org.patchbay.spi.meetings.MeetingRecording;
import org.patchbay.spi.meetings.RecordedMeeting;
import org.patchbay.testing.crm.LoopbackHttp;
import org.patchbay.testing.s3.S3Stub;

/** Recordings in a store over the network that is away now and then. */
class DeletionsTest {

    private S3Stub store;
    private World world;

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        store = new S3Stub(1);
        world = new World(
                folder,
                "no-such-ffmpeg",
                new S3Storage(
                        new LoopbackHttp(), store.address(), S3Stub.REGION, S3Stub.BUCKET, S3Stub.KEY_ID, S3Stub.KEY),
                1 << 20);
    }

    @AfterEach
    void close() {
        world.close();
        store.close();
    }

    private void awaitRefusals(int atLeast) {
        Awaitility.await()
                .untilAsserted(() -> assertThat(store.refusals().size()).isGreaterThanOrEqualTo(atLeast));
    }

    private void passAndLook(Duration time) {
        world.clock.pass(time);
        world.deletions.look();
    }

    @Test
    @Tag("S0.24")
    void whatTheStoreDoesNotDeleteIsTriedAgainAndNotShown() {
        Recording film = world.ready("film");
        assertThat(store.objects()).hasSize(2);
        store.away(true);

        world.recordings.delete(world.acme, film.id(), world.user);

        assertThat(world.recordings.find(world.acme, film.id(), world.user)).isEmpty();
        assertThat(world.recordings
                        .list(world.acme, true, PageRequest.first(9), world.administrator)
                        .items())
                .isEmpty();
        awaitRefusals(2);
        Awaitility.await()
                .until(() -> world.deletionStore.due(world.clock.instant(), 9).isEmpty());
        passAndLook(Duration.ofSeconds(59));
        assertThat(store.refusals()).as("not before a minute").hasSize(2);
        passAndLook(Duration.ofSeconds(1));
        assertThat(store.refusals()).hasSize(4);
        passAndLook(Duration.ofSeconds(119));
        assertThat(store.refusals()).as("two minutes the next time").hasSize(4);
        passAndLook(Duration.ofSeconds(1));
        assertThat(store.refusals()).hasSize(6);

        store.away(false);
        passAndLook(Duration.ofHours(1));
        assertThat(store.objects()).isEmpty();
        assertThat(world.deletionStore.size()).isZero();
    }

    @Test
    void atLastItIsTriedEveryHour() {
        Recording film = world.ready("film");
        store.away(true);
        world.recordings.delete(world.acme, film.id(), world.user);
        awaitRefusals(2);
        Awaitility.await()
                .until(() -> world.deletionStore.due(world.clock.instant(), 9).isEmpty());
        for (int i = 0; i < 20; i++) {
            passAndLook(Duration.ofHours(1));
        }
        assertThat(store.refusals()).hasSize(42);
    }

    @Test
    void theNextStartGoesOnWithIt() {
        Recording film = world.ready("film");
        store.away(true);
        world.recordings.delete(world.acme, film.id(), world.user);
        awaitRefusals(2);
        world.deletions.close();
        store.away(false);
        world.clock.pass(Duration.ofHours(1));

        var next = new Deletions(
                world.deletionStore, world.files, world.holds, world.work, world.cluster.node("two"), world.clock);

        Awaitility.await().untilAsserted(() -> assertThat(store.objects()).isEmpty());
        next.close();
    }

    @Test
    void theFilesOfAPortalThatIsErasedGoWhenTheStoreIsBack() {
        world.ready("film");
        world.ready("other");
        store.away(true);

        world.work.run(() -> new RecordingData(world.store, world.deletions).erase(world.acme));

        assertThat(world.recordings
                        .list(world.acme, true, PageRequest.first(9), world.administrator)
                        .items())
                .isEmpty();
        awaitRefusals(3);
        assertThat(store.objects()).hasSize(4);
        store.away(false);
        passAndLook(Duration.ofHours(1));
        assertThat(store.objects()).isEmpty();
        assertThat(world.deletionStore.size()).isZero();
    }

    @Test
    void aStoreThatFailsIsNotAskedForEachFile() {
        for (int i = 0; i < 10; i++) {
            world.ready("film");
        }
        world.deletions.close();
        store.away(true);
        world.work.run(() -> new RecordingData(world.store, world.deletions).erase(world.acme));

        world.deletions.look();
        assertThat(store.refusals()).hasSize(3);
        world.deletions.look();
        assertThat(store.refusals()).as("others than those before").hasSize(6);
    }

    @Test
    void whatIsDeletedWhileItIsPutTogetherLeavesNothing() {
        var meeting = new RecordedMeeting("m1", "Monday", world.user.person().value(), "Ann");
        MeetingRecording going = world.recorder.start(world.acme, meeting, Optional.empty(), why -> {});
        going.agreed(world.person(world.user, "0000000a"));
        World.speak(going.tap(), "0000000a", 50, 40);
        going.stop(Optional.empty());
        var id = new RecordingId(going.id());
        Awaitility.await().until(() -> !world.recorder.isHeld(id));
        store.whenPut(() -> world.work.run(() -> world.store.delete(world.acme, id)));

        world.workshop.look();
        assertThat(store.objects()).isNotEmpty();

        world.deletions.look();
        passAndLook(Duration.ofMinutes(1));
        assertThat(store.objects()).isEmpty();
        assertThat(world.files.isHere(world.acme, id)).isFalse();
    }
}
