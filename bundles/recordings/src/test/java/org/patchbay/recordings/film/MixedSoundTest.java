package org.patchbay.recordings.film;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchbay.spi.media.PayloadType;

class MixedSoundTest {

    private static final long START = 5_000_000_000L;

    private final Path folder;

    MixedSoundTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /** Alice says something from second 0 to 2, Bob from 3 to 5. */
    private void record() {
        try (var writer = new TrackWriter(
                folder, endpoint -> true, Long.MAX_VALUE, () -> false, stop -> {}, TrackFile.Place::create, START)) {
            say(writer, "alice", 440, 0);
            say(writer, "bob", 880, 3_000);
        }
    }

    private static void say(TrackWriter writer, String name, double hertz, long fromMillis) {
        var tone = new Tone(hertz);
        Sender sender = Sender.microphone(writer, name);
        for (int i = 0; i < 100; i++) {
            sender.sound(PayloadType.OPUS, tone.next(), 20, START + (fromMillis + i * 20L) * Sender.MILLI);
        }
    }

    @Test
    @Tag("S0.24")
    void mixesAllVoicesInTheirTime() throws Exception {
        record();
        List<Double> progress = new ArrayList<>();
        Path sound = MixedSound.mix(folder, progress::add).orElseThrow();
        assertThat(Tool.seconds(sound)).isBetween(4.9, 5.1);
        assertThat(Tool.samples(sound)).isBetween(238_000L, 242_000L);
        assertThat(Tool.loudness(sound, 0.3, 1.5)).isGreaterThan(-20);
        assertThat(Tool.loudness(sound, 2.2, 0.6)).isLessThan(-60);
        assertThat(Tool.loudness(sound, 3.3, 1.5)).isGreaterThan(-20);
        assertThat(progress).startsWith(0.0).endsWith(1.0);
        assertThat(TrackList.read(folder)).as("what is made is no track").hasSize(2);
    }

    @Test
    void loudVoicesTogetherAreNotDistorted() throws Exception {
        try (var writer = new TrackWriter(
                folder, endpoint -> true, Long.MAX_VALUE, () -> false, stop -> {}, TrackFile.Place::create, START)) {
            for (int i = 0; i < 8; i++) {
                say(writer, "person" + i, 440, 0);
            }
        }
        Path sound = MixedSound.mix(folder, share -> {}).orElseThrow();
        String said = Tool.run(
                "ffmpeg",
                "-hide_banner",
                "-nostats",
                "-ss",
                "0.5",
                "-i",
                sound.toString(),
                "-af",
                "highpass=f=2000,highpass=f=2000,volumedetect",
                "-f",
                "null",
                "-");
        String mean = said.substring(said.indexOf("mean_volume: ") + 13);
        assertThat(Double.parseDouble(mean.substring(0, mean.indexOf(' '))))
                .as("overtones")
                .isLessThan(-50);
        assertThat(Tool.loudness(sound, 0.5, 1)).isGreaterThan(-8);
    }

    @Test
    void isEmptyWhereNothingWasHeard() throws Exception {
        assertThat(MixedSound.mix(folder, share -> {})).isEmpty();
    }

    @Test
    void leavesNothingWhenItIsInterrupted() throws Exception {
        record();
        assertThatThrownBy(() ->
                        MixedSound.mix(folder, share -> Thread.currentThread().interrupt()))
                .isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> String.valueOf(file.getFileName())))
                    .noneMatch(name -> name.startsWith(MixedSound.SOUND));
        }
    }
}
