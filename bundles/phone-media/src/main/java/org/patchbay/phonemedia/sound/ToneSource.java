package org.patchbay.phonemedia.sound;

import java.util.Arrays;
import java.util.stream.Stream;
import org.patchbay.api.phonemedia.Prompt;

/** A tone with its rhythm, for so long. Not thread-safe. */
public final class ToneSource implements Source {

    /** Of each frequency; two together are 6 dB below the loudest there is. */
    private static final double LEVEL = 8_000;

    private static final int PER_MILLI = Frame.RATE / 1_000;
    private static final int LONGEST_BEEP = 200;

    private final double[] steps;
    private final long[] rhythm;
    private final long period;
    private final long length;
    private long at;

    private ToneSource(double[] frequencies, long[] rhythmMillis, long lengthMillis) {
        steps = Arrays.stream(frequencies)
                .map(frequency -> 2 * Math.PI * frequency / Frame.RATE)
                .toArray();
        rhythm = Arrays.stream(rhythmMillis).map(millis -> millis * PER_MILLI).toArray();
        period = Arrays.stream(rhythm).sum();
        length = lengthMillis * PER_MILLI;
    }

    /** A tone of a country. */
    public static ToneSource of(Prompt.Tone tone) {
        String[] parts = Tones.find(tone.kind(), tone.country()).split("/");
        long millis = Math.max(0, tone.length().toMillis());
        return new ToneSource(
                Stream.of(parts[0].split("\\+"))
                        .mapToDouble(Double::parseDouble)
                        .toArray(),
                Stream.of(parts[1].split(",")).mapToLong(Long::parseLong).toArray(),
                tone.kind() == Prompt.Tone.Kind.BEEP ? Math.min(LONGEST_BEEP, millis) : millis);
    }

    /** Frequencies together without a rhythm. */
    public static ToneSource of(long millis, double... frequencies) {
        return new ToneSource(frequencies, new long[] {0}, millis);
    }

    @Override
    public boolean next(short[] frame) {
        if (at >= length) {
            return false;
        }
        for (int i = 0; i < Frame.SAMPLES; i++) {
            frame[i] = at < length && isOn() ? sample() : 0;
            at++;
        }
        return true;
    }

    private short sample() {
        double value = 0;
        for (double step : steps) {
            value += LEVEL * Math.sin(step * at);
        }
        return (short) value;
    }

    private boolean isOn() {
        if (rhythm.length == 1) {
            return true;
        }
        long position = at % period;
        for (int i = 0; i < rhythm.length; i++) {
            position -= rhythm[i];
            if (position < 0) {
                return i % 2 == 0;
            }
        }
        return false;
    }
}
