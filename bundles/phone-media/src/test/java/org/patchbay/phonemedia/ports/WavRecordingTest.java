package org.patchbay.phonemedia.ports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchbay.phonemedia.prompts.PromptLibrary;
import org.patchbay.phonemedia.sound.OpusPool;
import org.patchbay.phonemedia.sound.WavReader;
import org.patchbay.phonemedia.sound.WavWriter;
import org.patchbay.phonemedia.srtp.DtlsServer;

class WavRecordingTest {

    private static final int HEAD = 58;
    private static final int SECOND = 16_000;

    private final DtlsServer dtls = new DtlsServer();
    private final Recorder recorder = new Recorder();
    private final PortContext context = new PortContext(
            Clock.systemUTC(),
            Runnable::run,
            Runnable::run,
            new OpusPool(0),
            dtls,
            new PromptLibrary(null, Runnable::run),
            recorder,
            new Counters(),
            new Object(),
            1);

    @AfterEach
    void stop() {
        recorder.close();
        dtls.close();
    }

    private static void second(WavRecording recording) {
        for (int i = 0; i < 50; i++) {
            recording.tick();
        }
        recording.flush();
    }

    @Test
    void aDiskThatTakesNoMoreEndsItAndWhatIsThereStays(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("full.wav");
        List<WavRecording> ended = new ArrayList<>();
        var failures = new AtomicInteger();
        WavWriter writer = WavWriter.create(file);
        var in = new PcmFeed(context);
        var recording = new WavRecording(writer, in, new PcmFeed(context), ended::add, failures::incrementAndGet);
        assertThat(in.wanted()).isTrue();
        second(recording);
        writer.close(); // writing fails from now on
        second(recording);
        assertThat(ended).containsExactly(recording);
        assertThat(in.wanted()).isFalse();
        assertThat(failures).hasValue(1);
        assertThat(recording.close()).isEqualTo(Duration.ofSeconds(1));
        assertThat(Files.size(file)).isEqualTo(HEAD + SECOND);
        try (var reader = WavReader.open(file)) {
            assertThat(reader.read(new short[SECOND], SECOND)).isEqualTo(SECOND / 2);
        }
    }

    @Test
    void aSlowDiskCostsMemoryForFiveSecondsAtMost(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("slow.wav");
        var recording = new WavRecording(
                WavWriter.create(file), new PcmFeed(context), new PcmFeed(context), closed -> {}, () -> {});
        for (int i = 0; i < 1_000; i++) {
            recording.tick();
        }
        assertThat(recording.close()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void aPauseLeavesAGap(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("pause.wav");
        var in = new PcmFeed(context);
        var recording = new WavRecording(WavWriter.create(file), in, new PcmFeed(context), closed -> {}, () -> {});
        short[] loud = new short[160];
        Arrays.fill(loud, (short) 8_000);
        for (int i = 0; i < 100; i++) {
            recording.pause(i >= 50);
            in.linear(160 * i, loud, 160);
            recording.tick();
        }
        assertThat(recording.close()).isEqualTo(Duration.ofSeconds(2));
        short[] samples = new short[SECOND];
        try (var reader = WavReader.open(file)) {
            reader.read(samples, SECOND);
        }
        assertThat(samples[6_000]).isGreaterThan((short) 3_000);
        assertThat(samples[12_000]).isBetween((short) -16, (short) 16);
    }
}
