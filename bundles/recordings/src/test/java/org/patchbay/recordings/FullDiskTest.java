package org.patchbay.recordings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.recordings.Recording;
import org.patchbay.api.recordings.RecordingPart;
import org.patchbay.api.recordings.Recordings.Fetch;
import org.patchbay.recordings.film.matroska.MatroskaReader;
import org.patchbay.recordings.storage.DiskStorage;
import org.patchbay.spi.meetings.MeetingRecording;
import org.patchbay.spi.meetings.RecordedMeeting;

/** On a disk of eight megabytes, which only root can mount; the browser tests fill one in any case. */
@Tag("S0.24")
class FullDiskTest {

    private static final String ANN = "0000000a";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final List<String> ended = new CopyOnWriteArrayList<>();
    private Path disk;

    @BeforeEach
    void mount(@TempDir Path folder) throws IOException, InterruptedException {
        disk = folder;
        Assumptions.assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=8m", "none", disk.toString()));
    }

    @AfterEach
    void unmount() throws IOException, InterruptedException {
        run("umount", disk.toString());
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
    }

    private static MeetingRecording start(World world, List<String> ended) {
        var meeting = new RecordedMeeting("m1", "Monday", world.user.person().value(), "Ann");
        MeetingRecording going = world.recorder.start(world.acme, meeting, Optional.empty(), ended::add);
        going.agreed(world.person(world.user, ANN));
        return going;
    }

    private static Recording newest(World world) {
        return world.recordings
                .list(world.acme, true, PageRequest.first(1), world.administrator)
                .items()
                .get(0);
    }

    private static Recording made(World world) {
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
            world.workshop.look();
            assertThat(newest(world).state()).isIn(Recording.State.READY, Recording.State.FAILED);
        });
        return newest(world);
    }

    @ParameterizedTest(name = "with {0}, {1}")
    @CsvSource({"no-such-ffmpeg,0", "ffmpeg,0", "no-such-ffmpeg,2000000"})
    void whatWasWrittenIsOfferedAndTheNextOneWorks(String ffmpeg, long spareBytes) throws IOException {
        try (var world = new World(disk, ffmpeg, new DiskStorage(disk.resolve("kept")), spareBytes)) {
            MeetingRecording going = start(world, ended);
            World.speak(going.tap(), ANN, 9_000, 1_000);
            Awaitility.await().untilAsserted(() -> assertThat(ended).containsExactly("disk"));

            Recording made = made(world);
            assertThat(made.state()).isEqualTo(Recording.State.READY);
            assertThat(made.cut()).contains(Recording.Cut.DISK);
            assertThat(world.events.published(RecordingEvents.STOPPED))
                    .singleElement()
                    .satisfies(event -> assertThat(event.data()).contains("\"reason\":\"DISK\""));
            playsFor(world, made, Duration.ofSeconds(spareBytes == 0 ? 120 : 90));
            assertThat(world.files.isHere(world.acme, made.id())).isFalse();
            if (spareBytes > 0) {
                assertThatThrownBy(() -> start(world, ended))
                        .isInstanceOfSatisfying(PatchbayException.class, e -> assertThat(e.code())
                                .isEqualTo("recording.disk"));
            }

            world.recordings.delete(world.acme, made.id(), world.user);
            Awaitility.await()
                    .until(() -> !world.files.isFull() && disk.toFile().getUsableSpace() > 6_000_000);
            MeetingRecording next = start(world, ended);
            World.speak(next.tap(), ANN, 100, 1_000);
            next.stop(Optional.empty());
            assertThat(made(world).cut()).isEmpty();
            playsFor(world, newest(world), Duration.ofMillis(1_900));
        }
    }

    /** The microphone is whole, and as long as this at least. */
    private void playsFor(World world, Recording made, Duration length) throws IOException {
        RecordingPart part = made.parts().stream()
                .filter(one -> one.kind() == RecordingPart.Kind.MICROPHONE)
                .findFirst()
                .orElseThrow();
        var content = world.recordings.open(world.acme, made.id(), part.number(), new Fetch(false, true), world.user);
        var bytes = new ByteArrayOutputStream();
        content.write(0, content.size(), bytes);
        Path copy = Files.createTempFile("track", ".webm");
        Files.write(copy, bytes.toByteArray());
        try (var channel = Files.newByteChannel(copy)) {
            var reader = new MatroskaReader(channel);
            assertThat(reader.isFinished()).isTrue();
            assertThat(Duration.ofMillis(reader.durationMillis())).isGreaterThan(length);
        } finally {
            Files.delete(copy);
        }
    }
}
