package org.patchbay.spi.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FilePartTest {

    private final Path file;

    FilePartTest(@TempDir Path folder) throws IOException {
        file = Files.writeString(folder.resolve("sound"), "0123456789");
    }

    private FilePart asked(String range) {
        return asked(Optional.of(range));
    }

    private FilePart asked(Optional<String> range) {
        return FilePart.of(file, "audio/wav", "a-1.wav", new FilePart.Asked(false, range, Optional.empty()));
    }

    private static String text(FilePart part) throws IOException {
        var out = new ByteArrayOutputStream();
        part.write(out);
        return out.toString(StandardCharsets.US_ASCII);
    }

    @Test
    void givesAllOfIt() throws IOException {
        FilePart whole = asked(Optional.empty());
        assertThat(whole.status()).isEqualTo(200);
        assertThat(text(whole)).isEqualTo("0123456789");
        assertThat(whole.headers())
                .containsEntry("Content-Length", "10")
                .containsEntry("Content-Type", "audio/wav")
                .containsEntry("Content-Disposition", "inline; filename=\"a-1.wav\"");
    }

    @Test
    void givesTheRangeThatIsAskedFor() throws IOException {
        assertThat(text(asked("bytes=2-4"))).isEqualTo("234");
        assertThat(text(asked("bytes=7-"))).isEqualTo("789");
        assertThat(text(asked("bytes=7-99"))).isEqualTo("789");
        assertThat(text(asked("bytes=-2"))).isEqualTo("89");
        assertThat(text(asked("bytes=-99"))).isEqualTo("0123456789");
        assertThat(asked("bytes=2-4").status()).isEqualTo(206);
        assertThat(asked("bytes=2-4").headers())
                .containsEntry("Content-Range", "bytes 2-4/10")
                .containsEntry("Content-Length", "3");
    }

    @Test
    void saysThatThereIsNoSuchRange() {
        for (String range : new String[] {"bytes=10-", "bytes=-0"}) {
            assertThat(asked(range).status()).isEqualTo(416);
            assertThat(asked(range).headers()).containsEntry("Content-Range", "bytes */10");
        }
    }

    @Test
    void givesAllForWhatIsNoRangeAndForAnotherFile() {
        for (String range : new String[] {"bytes=4-2", "bytes=-", "bytes=0-1,4-5", "lines=1-2", "bytes=x-"}) {
            assertThat(asked(range).status()).isEqualTo(200);
        }
        var other = new FilePart.Asked(true, Optional.of("bytes=0-1"), Optional.of("\"another\""));
        FilePart whole = FilePart.of(file, "audio/wav", "a.wav", other);
        assertThat(whole.status()).isEqualTo(200);
        assertThat(whole.headers().get("Content-Disposition")).startsWith("attachment");
        var same = new FilePart.Asked(
                true,
                Optional.of("bytes=0-1"),
                Optional.ofNullable(whole.headers().get("ETag")));
        assertThat(FilePart.of(file, "audio/wav", "a.wav", same).status()).isEqualTo(206);
    }
}
