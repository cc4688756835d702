package org.patchbay.recordings.film;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchbay.spi.media.PayloadType;

class TrackListTest {

    private static final String NAME = "alice-camera-0000000.webm";
    private static final long START = 5_000_000_000L;

    private final Path folder;

    TrackListTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /** What is on the disk of a server while it records. */
    private byte[] unfinished(Clip clip) throws IOException {
        Path live = Files.createDirectory(folder.resolve("live"));
        try (var writer = new TrackWriter(
                live, endpoint -> true, Long.MAX_VALUE, () -> false, stop -> {}, TrackFile.Place::create, START)) {
            Sender.camera(writer, "alice").clip(clip, START);
            return Files.readAllBytes(live.resolve(NAME));
        }
    }

    @Test
    @Tag("S1.08")
    void whatAKilledServerLeavesPlaysAndCanBeMended() throws Exception {
        Clip clip = Clip.make(PayloadType.VP8, 5, 320, 180);
        List<String> whole = Tool.pictures(clip.file());
        byte[] left = unfinished(clip);
        int header = indexOfCluster(left);
        var random = new Random(7);
        for (int i = 0; i < 12; i++) {
            Path killed = Files.createDirectory(folder.resolve("killed" + i));
            int length = i == 0 ? left.length : header + 1 + random.nextInt(left.length - header - 1);
            Path file = killed.resolve(NAME);
            Files.write(file, Arrays.copyOf(left, length));
            TrackList.repair(killed);
            if (!Files.exists(file)) {
                assertThat(length).as("less than one cluster").isLessThan(left.length / 3);
                continue;
            }
            List<String> pictures = Tool.pictures(file);
            assertThat(pictures).isEqualTo(whole.subList(0, pictures.size()));
            double lost = 5.0 * (left.length - length) / left.length;
            assertThat(pictures.size() / 30.0).isGreaterThan(5 - lost - 2.6);
            assertThat(Tool.seconds(file)).isBetween(pictures.size() / 30.0 - 0.1, pictures.size() / 30.0 + 0.1);
            byte[] mended = Files.readAllBytes(file);
            TrackList.repair(killed);
            assertThat(Files.readAllBytes(file)).as("twice changes nothing").isEqualTo(mended);
        }
    }

    @Test
    @Tag("S1.08")
    void aFileThatIsBeingWrittenPlays() throws Exception {
        Clip clip = Clip.make(PayloadType.VP8, 3, 320, 180);
        Path file = folder.resolve(NAME);
        Files.write(file, unfinished(clip));
        List<String> pictures = Tool.pictures(file);
        assertThat(pictures)
                .hasSizeGreaterThan(55)
                .isEqualTo(Tool.pictures(clip.file()).subList(0, pictures.size()));
        assertThat(TrackList.read(folder)).hasSize(1);
        assertThat(TrackList.read(folder).get(0).duration()).hasMillis((pictures.size() - 1) * 1_000L / 30);
    }

    @Test
    void deletesWhatHasNothingInIt() throws Exception {
        Files.write(folder.resolve(NAME), new byte[] {0x1A, 0x45});
        Files.writeString(folder.resolve("notes.txt"), "not a track");
        TrackList.repair(folder);
        assertThat(folder.resolve(NAME)).doesNotExist();
        assertThat(folder.resolve("notes.txt")).exists();
        assertThat(TrackList.read(folder)).isEmpty();
        assertThat(TrackList.read(folder.resolve("nowhere"))).isEmpty();
    }

    private static int indexOfCluster(byte[] file) {
        for (int i = 0; i + 4 < file.length; i++) {
            if (file[i] == 0x1F && file[i + 1] == 0x43 && file[i + 2] == (byte) 0xB6 && file[i + 3] == 0x75) {
                return i;
            }
        }
        throw new AssertionError("No cluster");
    }
}
