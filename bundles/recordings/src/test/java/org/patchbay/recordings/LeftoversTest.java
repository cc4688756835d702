package org.patchbay.recordings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchbay.api.Ids;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.recordings.RecordingId;
import org.patchbay.spi.meetings.MeetingRecording;
import org.patchbay.spi.meetings.RecordedMeeting;

class LeftoversTest {

    private static final String ANN = "0000000a";

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

    private MeetingRecording start() {
        var meeting = new RecordedMeeting("m1", "Monday", world.user.person().value(), "Ann");
        MeetingRecording going = world.recorder.start(world.acme, meeting, Optional.empty(), ended::add);
        going.agreed(world.person(world.user, ANN));
        World.speak(going.tap(), ANN, 50, 40);
        return going;
    }

    private boolean isHere(MeetingRecording going) {
        return world.files.isHere(world.acme, new RecordingId(going.id()));
    }

    @Test
    void aFolderWhosePortalWasErasedIsSwept() {
        MeetingRecording going = start();
        // The server is gone, the portal goes, and the server comes back.
        world.recorder.close();
        world.store.erase(world.acme);

        world.workshop.look();

        assertThat(isHere(going)).isFalse();
    }

    @Test
    void aFolderWhoseRecordingWasDeletedIsSweptAndNoOther() throws IOException {
        MeetingRecording gone = start();
        MeetingRecording stays = start();
        world.recorder.close();
        world.store.delete(world.acme, new RecordingId(gone.id()));
        Path foreign = Files.createDirectories(
                world.folder.resolve("work").resolve(world.acme.value()).resolve("not-a-recording"));

        new Leftovers(world.store, world.files, world.recorder).sweep();

        assertThat(isHere(gone)).isFalse();
        assertThat(isHere(stays)).isTrue();
        assertThat(foreign).isDirectory();
    }

    private boolean isAway(MeetingRecording going) {
        return world.recordings
                .find(world.acme, new RecordingId(going.id()), world.user)
                .orElseThrow()
                .away();
    }

    @Test
    void oneWhoseServerIsGoneForGoodIsDeletedByWhoMay() {
        MeetingRecording going = start();
        var id = new RecordingId(going.id());
        assertThat(isAway(going)).isFalse();
        assertThatThrownBy(() -> world.recordings.delete(world.acme, id, world.user))
                .isInstanceOfSatisfying(
                        PatchbayException.class, e -> assertThat(e.code()).isEqualTo("recording.going-on"));
        world.recorder.close();
        world.cluster.pass(Duration.ofSeconds(61));

        assertThat(isAway(going)).isTrue();
        assertThatThrownBy(() -> world.recordings.delete(world.acme, id, world.other))
                .isInstanceOfSatisfying(
                        PatchbayException.class, e -> assertThat(e.code()).isEqualTo("recording.unknown"));
        world.recordings.delete(world.acme, id, world.user);

        assertThat(world.recordings.find(world.acme, id, world.administrator)).isEmpty();
        assertThat(world.quotas.taken(world.user.person())).isZero();
        assertThat(world.audit.actions(world.acme)).containsExactly("recording.deleted");
    }

    @Test
    void thePortalsRuleCountsForOneWhoseServerIsGoneToo() {
        MeetingRecording going = start();
        world.rules.change(world.acme, Optional.of(1), world.administrator);
        world.clock.pass(Duration.ofDays(2));
        world.rules.deleteOld();
        assertThat(isAway(going)).as("it is still held").isFalse();

        world.recorder.close();
        world.cluster.pass(Duration.ofSeconds(61));
        world.rules.deleteOld();

        assertThat(world.recordings.find(world.acme, new RecordingId(going.id()), world.user))
                .isEmpty();
    }

    @Test
    void oneThatIsDeletedNeverthelessEndsAndTakesNoStorage() {
        MeetingRecording going = start();
        world.store.delete(world.acme, new RecordingId(going.id()));
        World.speak(going.tap(), ANN, 5_000, 1_000);

        Awaitility.await().untilAsserted(() -> assertThat(ended).containsExactly("lost"));
        assertThat(world.quotas.taken(world.user.person())).isZero();
    }

    @Test
    void anotherPortalsRecordingOfTheSameIdKeepsNothing() {
        MeetingRecording going = start();
        world.recorder.close();
        var id = new RecordingId(going.id());
        var row = world.store.find(world.acme, id).orElseThrow();
        world.store.delete(world.acme, id);
        world.store.add(new PortalId(Ids.next()), row);

        world.workshop.look();

        assertThat(isHere(going)).isFalse();
    }

    @Test
    void oneThatIsJustBeingMadeIsNeverSwept() {
        world.beforeAdding = () -> {
            assertThat(world.folder.resolve("work").resolve(world.acme.value())).isNotEmptyDirectory();
            world.workshop.look();
        };

        MeetingRecording going = start();

        assertThat(isHere(going)).isTrue();
        going.stop(Optional.empty());
        assertThat(world.recordings
                        .list(world.acme, true, PageRequest.first(9), world.administrator)
                        .items())
                .hasSize(1);
    }
}
