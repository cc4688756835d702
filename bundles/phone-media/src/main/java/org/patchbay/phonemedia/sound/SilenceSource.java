package org.patchbay.phonemedia.sound;

import java.time.Duration;
import java.util.Arrays;

/** Nothing, for so long. Not thread-safe. */
public final class SilenceSource implements Source {

    private long frames;

    public SilenceSource(Duration length) {
        frames = Math.max(0, length.toMillis()) / Frame.MILLIS;
    }

    @Override
    public boolean next(short[] frame) {
        Arrays.fill(frame, (short) 0);
        frames--;
        return frames >= 0;
    }
}
