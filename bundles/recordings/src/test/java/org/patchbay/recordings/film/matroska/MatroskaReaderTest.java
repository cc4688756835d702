package org.patchbay.recordings.film.matroska;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatroskaReaderTest {

    private static final TrackFormat FORMAT =
            new TrackFormat(TrackFormat.AV1, ByteBuffer.wrap(new byte[] {1, 2, 3}), 1_280, 720);

    private final Path file;

    MatroskaReaderTest(@TempDir Path folder) {
        file = folder.resolve("a.webm");
    }

    private record Block(long millis, boolean key, int length) {}

    private List<Block> write() throws IOException {
        List<Block> blocks = new ArrayList<>();
        var channel = Files.newByteChannel(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var writer = new MatroskaWriter(channel, FORMAT)) {
            var random = new Random(5);
            long millis = 0;
            for (int i = 0; i < 500; i++) {
                var frame = new byte[i == 250 ? 2_000_000 : 1 + random.nextInt(3_000)];
                random.nextBytes(frame);
                writer.write(millis, i % 100 == 0, ByteBuffer.wrap(frame));
                blocks.add(new Block(millis, i % 100 == 0, frame.length));
                millis += i == 300 ? 100_000 : random.nextInt(50);
            }
        }
        return blocks;
    }

    private static List<Block> read(Path file) throws IOException {
        List<Block> blocks = new ArrayList<>();
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            new MatroskaReader(channel)
                    .read((millis, key, data) -> blocks.add(new Block(millis, key, data.remaining())));
        }
        return blocks;
    }

    @Test
    void readsWhatWasWritten() throws Exception {
        List<Block> written = write();
        assertThat(read(file)).isEqualTo(written);
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            var reader = new MatroskaReader(channel);
            assertThat(reader.format()).isEqualTo(FORMAT);
            assertThat(reader.isFinished()).isTrue();
            assertThat(reader.durationMillis())
                    .isBetween(written.get(499).millis(), written.get(499).millis() + 100);
        }
    }

    @Test
    void livesWithDamage() throws Exception {
        write();
        byte[] whole = Files.readAllBytes(file);
        var random = new Random(6);
        int readable = 0;
        for (int i = 0; i < 300; i++) {
            byte[] damaged = whole.clone();
            for (int k = 0; k < 20; k++) {
                int at = random.nextInt(i % 2 == 0 ? 400 : damaged.length);
                damaged[at] = (byte) random.nextInt();
            }
            Files.write(file, damaged);
            try {
                read(file);
                readable++;
            } catch (IOException e) {
                assertThat(e).hasMessageMatching("No .*|An element .*");
            }
        }
        assertThat(readable).isPositive();
    }
}
