package org.patchbay.phonemedia.sound;

/** A small piece of our own: broken chords, each note fading, over a quiet bass. Computed once; about 26 seconds. */
public final class Music {

    private static final int NOTE = Frame.RATE / 5;
    private static final double FADE = 2.6;
    private static final double LEVEL = 4_200;
    private static final double BASS = 0.45;
    private static final double A4 = 440;

    /** Chords as semitones from A4; the last of each is its bass. */
    private static final int[][] CHORDS = {
        {-9, -5, -2, 3, -21}, {-12, -9, -5, 0, -24}, {-16, -12, -9, -4, -28}, {-14, -10, -7, -2, -26},
        {-9, -5, -2, 3, -21}, {-17, -14, -10, -5, -29}, {-16, -12, -9, -4, -28}, {-14, -10, -7, -2, -26}
    };

    private static final int[] ORDER = {0, 1, 2, 3, 2, 1, 3, 2, 0, 2, 1, 3, 2, 3, 1, 2};

    private Music() {}

    /** The piece, A-law. */
    public static byte[] compose() {
        int barLength = ORDER.length * NOTE;
        var samples = new double[CHORDS.length * barLength + 2 * NOTE];
        for (int bar = 0; bar < CHORDS.length; bar++) {
            int[] chord = CHORDS[bar];
            for (int i = 0; i < ORDER.length; i++) {
                add(samples, bar * barLength + i * NOTE, chord[ORDER[i]], 3 * NOTE, LEVEL);
            }
            add(samples, bar * barLength, chord[4], barLength, BASS * LEVEL);
        }
        var bytes = new byte[samples.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = G711.toA((short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, samples[i])));
        }
        return bytes;
    }

    private static void add(double[] samples, int from, int semitone, int length, double level) {
        double step = 2 * Math.PI * A4 * Math.pow(2, semitone / 12.0) / Frame.RATE;
        int attack = Frame.RATE / 100;
        for (int i = 0; i < length && from + i < samples.length; i++) {
            double fade = Math.exp(-FADE * i / length)
                    * Math.min(1, (double) i / attack)
                    * Math.min(1, (double) (length - i) / attack);
            samples[from + i] += level * fade * (Math.sin(step * i) + 0.25 * Math.sin(2 * step * i));
        }
    }
}
