package org.patchbay.recordings.film;

/** Turns down at once what is too loud, and up again slowly. Not thread-safe. */
final class Limiter {

    private static final double CEILING = 30_000;
    private static final double RISE = 0.02;

    private double gain = 1;

    /** The next 20 ms. */
    void limit(int[] in, short[] out) {
        int peak = 1;
        for (int sample : in) {
            peak = Math.max(peak, Math.abs(sample));
        }
        double allowed = Math.min(1, CEILING / peak);
        double target = Math.min(allowed, gain + RISE);
        double from = Math.min(gain, allowed);
        for (int i = 0; i < in.length; i++) {
            double now = from + (target - from) * i / in.length;
            out[i] = (short) Math.round(in[i] * now);
        }
        gain = target;
    }
}
