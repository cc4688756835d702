package org.patchbay.phonemedia.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.patchbay.api.phonemedia.Prompt;
import org.patchbay.phonemedia.prompts.PromptLibrary;
import org.patchbay.phonemedia.sdp.Codec;

class SamplesTest {

    private static short[] frame(ToneSource source) {
        short[] frame = new short[Frame.SAMPLES];
        assertThat(source.next(frame)).isTrue();
        return frame;
    }

    @Test
    void bothLawsKeepWhatTheyCarry() {
        short[] samples = new short[256];
        byte[] codes = new byte[256];
        for (Codec codec : new Codec[] {Codec.PCMA, Codec.PCMU}) {
            for (int i = 0; i < 256; i++) {
                codes[i] = (byte) i;
            }
            G711.decode(codec, codes, 0, 256, samples);
            byte[] again = new byte[256];
            G711.encode(codec, samples, 256, again, 0);
            short[] decoded = new short[256];
            G711.decode(codec, again, 0, 256, decoded);
            assertThat(decoded).isEqualTo(samples);
        }
        assertThat(G711.fromA(G711.toA((short) 1_000))).isBetween((short) 960, (short) 1_040);
        assertThat(G711.fromA(G711.toA(Short.MIN_VALUE))).isEqualTo((short) -32_256);
    }

    @ParameterizedTest
    @ValueSource(chars = {'0', '1', '5', '9', '*', '#', 'A', 'D'})
    void everyKeyIsHeardOnce(char key) {
        var detector = new DtmfDetector();
        var tone = DtmfTones.press(key, 100);
        short[] frame = new short[Frame.SAMPLES];
        var heard = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            Arrays.fill(frame, (short) 0);
            tone.next(frame);
            char found = detector.listen(frame, Frame.SAMPLES);
            if (found != DtmfDetector.NONE) {
                heard.append(found);
            }
        }
        assertThat(heard.toString()).isEqualTo(String.valueOf(key));
    }

    @Test
    void noiseAndMusicAreNoKeys() {
        var detector = new DtmfDetector();
        var random = new Random(3);
        short[] frame = new short[Frame.SAMPLES];
        for (int i = 0; i < 3_000; i++) {
            for (int k = 0; k < frame.length; k++) {
                frame[k] = (short) (random.nextGaussian() * 4_000);
            }
            assertThat(detector.listen(frame, frame.length)).isEqualTo(DtmfDetector.NONE);
        }
        var music = new AlawSource(Music.compose());
        while (music.next(frame)) {
            assertThat(detector.listen(frame, frame.length)).isEqualTo(DtmfDetector.NONE);
        }
    }

    @ParameterizedTest
    @CsvSource({"de, RINGING, 425", "us, DIAL, 350", "us, DIAL, 440", "gb, BUSY, 400", "xx, BUSY, 425", "fr, BEEP, 1000"
    })
    void tonesHaveTheirFrequencies(String country, Prompt.Tone.Kind kind, double frequency) {
        short[] frame = frame(ToneSource.of(new Prompt.Tone(kind, country, Duration.ofSeconds(1))));
        assertThat(Goertzel.amplitude(frequency, frame, frame.length)).isGreaterThan(5_000);
    }

    @Test
    void aRhythmHasItsPauses() {
        var tone = ToneSource.of(new Prompt.Tone(Prompt.Tone.Kind.BUSY, "de", Duration.ofMillis(960)));
        int loud = 0;
        int all = 0;
        short[] frame = new short[Frame.SAMPLES];
        while (tone.next(frame)) {
            all++;
            loud += Goertzel.amplitude(425, frame, frame.length) > 1_000 ? 1 : 0;
        }
        assertThat(all).isEqualTo(48);
        assertThat(loud).isEqualTo(24);
    }

    @Test
    void soundThatComesTooLateOrTwiceAsFastStaysBounded() {
        var buffer = new JitterBuffer();
        short[] loud = new short[Frame.SAMPLES];
        Arrays.fill(loud, (short) 1_000);
        short[] out = new short[Frame.SAMPLES];
        for (int i = 0; i < 10_000; i++) {
            buffer.write(i * Frame.SAMPLES, loud, Frame.SAMPLES);
            if (i % 2 == 0) {
                buffer.read(out);
            }
        }
        int frames = 0;
        do {
            buffer.read(out);
            frames += out[0] == 1_000 ? 1 : 0;
        } while (out[0] == 1_000 && frames < 1_000);
        assertThat(frames).isLessThan(50);
        for (int i = 0; i < 49; i++) {
            buffer.read(out);
        }
        buffer.write(5, loud, Frame.SAMPLES);
        buffer.read(out);
        assertThat(out[0]).as("waits for the jitter").isZero();
    }

    @Test
    void musicLasts() {
        byte[] music = Music.compose();
        assertThat(music.length).isGreaterThan(20 * Frame.RATE);
        short[] frame = new short[Frame.SAMPLES];
        G711.decode(Codec.PCMA, music, 4_000, frame.length, frame);
        assertThat(IntStream.range(0, frame.length)
                        .map(i -> Math.abs(frame[i]))
                        .max()
                        .orElseThrow())
                .isGreaterThan(1_000);
    }

    @Test
    void everySentenceIsThereInEveryLanguage() throws IOException {
        var lines = Files.readAllLines(Path.of("prompts/prompts.tsv"));
        assertThat(lines.get(0)).isEqualTo("name\ten\tde\tes\tfr");
        assertThat(lines).hasSizeGreaterThan(60);
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            assertThat(cells).hasSize(5).doesNotContain("");
            for (String language : new String[] {"en", "de", "es", "fr"}) {
                assertThat(PromptLibrary.has(cells[0], language))
                        .as(cells[0] + " in " + language)
                        .isTrue();
            }
        }
    }
}
