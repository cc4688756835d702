package org.patchbay.phonemedia.sound;

import java.util.Arrays;

/**
 * Hears keys in sound (ITU-T Q.24): both tones must stand out from the others, be about as loud, and be most of what is heard,
 * for two blocks of 13 ms. Not thread-safe.
 */
public final class DtmfDetector {

    /** Nothing new was pressed. */
    public static final char NONE = 0;

    private static final int BLOCK = 102;
    private static final double LEAST_POWER = 1e8;
    private static final double PEAK = 6.3;
    private static final double NORMAL_TWIST = 6.3;
    private static final double REVERSE_TWIST = 2.5;
    private static final double SHARE_OF_ALL = 42;
    private static final int BLOCKS_TO_END = 2;

    private final Goertzel[] rows = filters(DtmfTones.ROWS);
    private final Goertzel[] columns = filters(DtmfTones.COLUMNS);
    private final double[] powers = new double[4];
    private double energy;
    private int filled;
    private char last = NONE;
    private char pressed = NONE;
    private int silentBlocks;

    private static Goertzel[] filters(double[] frequencies) {
        return Arrays.stream(frequencies).mapToObj(Goertzel::new).toArray(Goertzel[]::new);
    }

    /** Listens on; the key that was pressed in these samples, or {@link #NONE}. */
    public char listen(short[] samples, int count) {
        char found = NONE;
        for (int i = 0; i < count; i++) {
            double sample = samples[i];
            for (int k = 0; k < 4; k++) {
                rows[k].add(sample);
                columns[k].add(sample);
            }
            energy += sample * sample;
            filled++;
            if (filled == BLOCK) {
                char key = endBlock();
                found = key == NONE ? found : key;
            }
        }
        return found;
    }

    private char endBlock() {
        char heard = heard();
        filled = 0;
        energy = 0;
        char result = NONE;
        if (heard != NONE && heard == last && heard != pressed) {
            pressed = heard;
            result = heard;
        }
        silentBlocks = heard == NONE ? silentBlocks + 1 : 0;
        if (silentBlocks == BLOCKS_TO_END) {
            pressed = NONE;
        }
        last = heard;
        return result;
    }

    private char heard() {
        int row = loudest(rows);
        double rowPower = row < 0 ? 0 : powers[row];
        int column = loudest(columns);
        double columnPower = column < 0 ? 0 : powers[column];
        boolean both = row >= 0
                && column >= 0
                && rowPower > LEAST_POWER
                && columnPower > LEAST_POWER
                && columnPower < rowPower * NORMAL_TWIST
                && rowPower < columnPower * REVERSE_TWIST
                && rowPower + columnPower > SHARE_OF_ALL * energy;
        return both ? DtmfTones.key(row, column) : NONE;
    }

    /** Where the power of one stands out; -1 if none does. Leaves all powers behind. */
    private int loudest(Goertzel[] group) {
        int best = 0;
        for (int i = 0; i < 4; i++) {
            powers[i] = group[i].take();
            best = powers[i] > powers[best] ? i : best;
        }
        for (int i = 0; i < 4; i++) {
            if (i != best && powers[best] < PEAK * powers[i]) {
                return -1;
            }
        }
        return best;
    }
}
