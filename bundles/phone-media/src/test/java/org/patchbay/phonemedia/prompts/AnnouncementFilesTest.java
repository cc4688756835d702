package org.patchbay.phonemedia.prompts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.phonemedia.Announcement;
import org.patchbay.api.phonemedia.Prompt;
import org.patchbay.phonemedia.sound.FileSource;

final class AnnouncementFilesTest {

    private static final PortalId ACME = new PortalId("acme");
    private static final PortalId BOLT = new PortalId("bolt");

    private final Path folder;
    private final AnnouncementFiles files;

    AnnouncementFilesTest(@TempDir Path folder) {
        this.folder = folder;
        this.files = new AnnouncementFiles(folder.toString());
    }

    private static byte[] wav(int rate, int seconds, int channels, int bits) {
        int length = rate * seconds * channels * bits / 8;
        ByteBuffer file = ByteBuffer.allocate(44 + length).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + length);
        file.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        file.putShort((short) 1).putShort((short) channels).putInt(rate);
        file.putInt(rate * channels * bits / 8).putShort((short) (channels * bits / 8));
        file.putShort((short) bits);
        file.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(length);
        return file.array();
    }

    private Announcement put(String name, byte[] wav) {
        return files.put(ACME, name, new ByteArrayInputStream(wav));
    }

    private void refused(String code, String name, byte[] wav) throws IOException {
        assertThatThrownBy(() -> put(name, wav)).isInstanceOfSatisfying(PatchbayException.class, e -> {
            boolean said = e.code().equals(code)
                    || e.errors().stream().anyMatch(error -> error.code().equals(code));
            assertThat(said).as(code + " in " + e.code() + e.errors()).isTrue();
        });
        Path own = folder.resolve("acme/any");
        if (Files.exists(own)) {
            try (var left = Files.list(own)) {
                assertThat(left).isEmpty();
            }
        }
    }

    @Test
    void makesWhatPhonesHearOfAnyWav() throws IOException {
        Announcement made = put("summer", wav(44_100, 2, 2, 16));
        assertThat(made.millis()).isBetween(1_990L, 2_000L);
        assertThat(files.list(ACME)).containsExactly(made);
        assertThat(PackedWav.samples(
                        Files.readAllBytes(files.file(ACME, "summer").orElseThrow())))
                .hasSize((int) made.bytes() - 58);
        assertThat(put("summer", wav(8_000, 1, 1, 8)).millis()).isEqualTo(1_000);
        assertThat(files.list(ACME)).hasSize(1);
        assertThat(files.list(BOLT)).isEmpty();
        assertThat(files.file(BOLT, "summer")).isEmpty();
    }

    @Test
    void saysWhatIsWrong() throws IOException {
        refused("announcement.no-wav", "a", "MP3".getBytes(StandardCharsets.US_ASCII));
        refused("announcement.no-wav", "a", new byte[100]);
        refused("announcement.no-sound", "a", wav(8_000, 0, 1, 16));
        refused("announcement.channels", "a", wav(8_000, 1, 3, 16));
        refused("announcement.coding", "a", wav(8_000, 1, 1, 24));
        refused("announcement.too-long", "a", wav(8_000, 181, 1, 8));
        refused("announcement.too-large", "a", new byte[40_000_001]);
        refused("prompt.name", "../a", wav(8_000, 1, 1, 16));
        refused("prompt.name", "A b", wav(8_000, 1, 1, 16));
    }

    @Test
    void isHeardInEveryLanguage() {
        put("welcome", wav(8_000, 1, 1, 16));
        var library = new PromptLibrary(folder, Runnable::run);
        for (String language : List.of("en", "de")) {
            assertThat(library.open(ACME, new Prompt.Sentence("welcome", language)))
                    .hasOnlyElementsOfType(FileSource.class);
            assertThat(library.open(BOLT, new Prompt.Sentence("welcome", language)))
                    .doesNotHaveAnyElementsOfTypes(FileSource.class);
        }
        assertThat(files.isBuiltIn("welcome")).isTrue();
        assertThat(files.isBuiltIn("summer")).isFalse();
        byte[] german = files.builtIn("welcome", "de").orElseThrow();
        assertThat(german).startsWith("RIFF".getBytes(StandardCharsets.US_ASCII));
        assertThat(files.builtIn("welcome", "xx")).hasValueSatisfying(other -> assertThat(other)
                .isEqualTo(files.builtIn("welcome", "en").orElseThrow())
                .isNotEqualTo(german));
        assertThat(files.builtIn("summer", "de")).isEmpty();
        assertThat(files.builtIn("../en/welcome", "de")).isEmpty();
    }

    @Test
    void deletesOneAndAllOfAPortal() {
        put("a", wav(8_000, 1, 1, 16));
        put("b", wav(8_000, 1, 1, 16));
        assertThat(files.delete(ACME, "a")).isTrue();
        assertThat(files.delete(ACME, "a")).isFalse();
        files.erase(BOLT);
        assertThat(files.list(ACME)).hasSize(1);
        files.erase(ACME);
        assertThat(files.list(ACME)).isEmpty();
    }
}
