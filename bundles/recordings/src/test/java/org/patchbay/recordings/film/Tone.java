package org.patchbay.recordings.film;

import io.github.jaredmdobson.concentus.OpusApplication;
import io.github.jaredmdobson.concentus.OpusEncoder;
import io.github.jaredmdobson.concentus.OpusException;
import java.util.Arrays;

/** A voice of one note, in Opus packets of 20 ms. */
final class Tone {

    private final OpusEncoder encoder;
    private final double step;
    private double phase;

    Tone(double hertz) {
        try {
            encoder = new OpusEncoder(48_000, 1, OpusApplication.OPUS_APPLICATION_AUDIO);
            encoder.setBitrate(32_000);
        } catch (OpusException e) {
            throw new AssertionError(e);
        }
        step = 2 * Math.PI * hertz / 48_000;
    }

    byte[] next() {
        var samples = new short[960];
        for (int i = 0; i < samples.length; i++, phase += step) {
            samples[i] = (short) (8_000 * Math.sin(phase));
        }
        var packet = new byte[1_275];
        try {
            return Arrays.copyOf(packet, encoder.encode(samples, 0, samples.length, packet, 0, packet.length));
        } catch (OpusException e) {
            throw new AssertionError(e);
        }
    }
}
