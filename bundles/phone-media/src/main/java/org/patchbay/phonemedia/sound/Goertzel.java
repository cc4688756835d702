package org.patchbay.phonemedia.sound;

/** How much of one frequency is in a block of samples (Goertzel's algorithm). Not thread-safe. */
public final class Goertzel {

    private final double factor;
    private double last;
    private double beforeLast;

    public Goertzel(double frequency) {
        factor = 2 * Math.cos(2 * Math.PI * frequency / Frame.RATE);
    }

    void add(double sample) {
        double next = factor * last - beforeLast + sample;
        beforeLast = last;
        last = next;
    }

    /** The squared magnitude of the block, and the next one begins. */
    double take() {
        double power = last * last + beforeLast * beforeLast - factor * last * beforeLast;
        last = 0;
        beforeLast = 0;
        return power;
    }

    /** The amplitude of that frequency in these samples. */
    public static double amplitude(double frequency, short[] samples, int count) {
        var filter = new Goertzel(frequency);
        for (int i = 0; i < count; i++) {
            filter.add(samples[i]);
        }
        return 2 * Math.sqrt(Math.max(0, filter.take())) / Math.max(1, count);
    }
}
