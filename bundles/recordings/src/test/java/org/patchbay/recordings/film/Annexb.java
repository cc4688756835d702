package org.patchbay.recordings.film;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** H.264 as a stream of bytes (H.264, annex B). */
final class Annexb {

    private Annexb() {}

    /** The NAL units without their start codes. */
    static List<byte[]> units(byte[] stream) {
        List<byte[]> units = new ArrayList<>();
        int start = -1;
        for (int i = 0; i + 3 <= stream.length; i++) {
            if (stream[i] == 0 && stream[i + 1] == 0 && stream[i + 2] == 1) {
                if (start >= 0) {
                    units.add(trim(stream, start, i));
                }
                start = i + 3;
                i += 2;
            }
        }
        if (start >= 0) {
            units.add(trim(stream, start, stream.length));
        }
        return units;
    }

    private static byte[] trim(byte[] stream, int start, int end) {
        int last = end;
        while (last > start && stream[last - 1] == 0) {
            last--;
        }
        return Arrays.copyOfRange(stream, start, last);
    }

    /** Cuts a stream into its access units, each of which begins with a delimiter. */
    static List<byte[]> accessUnits(byte[] stream) {
        List<byte[]> all = new ArrayList<>();
        int start = 0;
        for (int i = 1; i + 5 <= stream.length; i++) {
            boolean delimiter = stream[i] == 0
                    && stream[i + 1] == 0
                    && stream[i + 2] == 0
                    && stream[i + 3] == 1
                    && stream[i + 4] == 9;
            if (delimiter) {
                all.add(Arrays.copyOfRange(stream, start, i));
                start = i;
            }
        }
        all.add(Arrays.copyOfRange(stream, start, stream.length));
        return all;
    }
}
