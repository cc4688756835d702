package org.patchbay.recordings.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every storage of recordings keeps to. */
interface RecordingStorageContract {

    String KEY = "portal/recording/1.webm";

    RecordingStorage storage();

    private static Path file(Path folder, byte[] content) throws IOException {
        return Files.write(Files.createTempFile(folder, "given", ""), content);
    }

    private byte[] read(String key, long from, long length) throws IOException {
        var out = new ByteArrayOutputStream();
        storage().read(key, from, length, out);
        return out.toByteArray();
    }

    @Test
    default void answersAnyPieceOfWhatItKeeps(@TempDir Path folder) throws IOException {
        byte[] content = new byte[200_000];
        new Random(7).nextBytes(content);
        Path given = file(folder, content);
        storage().put(KEY, "video/webm", given);

        assertThat(Files.exists(given)).isTrue();
        assertThat(read(KEY, 0, content.length)).isEqualTo(content);
        assertThat(read(KEY, 131_000, 300)).isEqualTo(java.util.Arrays.copyOfRange(content, 131_000, 131_300));
        assertThat(read(KEY, 5, 0)).isEmpty();
    }

    @Test
    default void replacesAndDeletes(@TempDir Path folder) throws IOException {
        storage().put(KEY, "video/webm", file(folder, new byte[] {1, 2, 3}));
        storage().put(KEY, "video/webm", file(folder, new byte[] {4, 5}));
        storage().put("portal/recording/2.webm", "video/webm", file(folder, new byte[] {6}));

        assertThat(read(KEY, 0, 2)).containsExactly(4, 5);
        storage().delete(KEY);
        storage().delete(KEY);
        assertThatThrownBy(() -> read(KEY, 0, 1)).isInstanceOf(IOException.class);
        assertThat(read("portal/recording/2.webm", 0, 1)).containsExactly(6);
    }

    @Test
    default void hasNoMoreBytesThanThereAre(@TempDir Path folder) throws IOException {
        storage().put(KEY, "video/webm", file(folder, new byte[] {1, 2, 3}));
        assertThatThrownBy(() -> read(KEY, 2, 5)).isInstanceOf(IOException.class);
    }

    @Test
    default void takesNoOtherKeys() {
        assertThatThrownBy(() -> read("../secrets", 0, 1)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read("/etc/passwd", 0, 1)).isInstanceOf(IOException.class);
    }
}
