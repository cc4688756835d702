package org.patchbay.phonemedia.sound;

import java.util.Arrays;

/**
 * Takes sound as it comes and gives it in the pace of the clock: at most one second of it, some frames late. What comes too
 * late is silence, what is lost too; where the sender's clock is faster, a frame is left out now and then. Thread-safe.
 */
public final class JitterBuffer {

    static final int DELAY = 3 * Frame.SAMPLES;

    private static final int ROOM = 8_192;
    private static final int MASK = ROOM - 1;
    private static final int FARTHEST = ROOM - 2 * Frame.RATE / 10;
    private static final int MOST_LATE = 10;
    private static final int LOOKED_AT = 100;
    private static final int SPARE = 2 * Frame.SAMPLES;

    private final short[] ring = new short[ROOM];
    private boolean started;
    private long written;
    private long read;
    private long lastPosition;
    private int lastTimestamp;
    private int late;
    private int looks;
    private long least = Long.MAX_VALUE;

    /**
     * Takes samples.
     *
     * @param timestamp of the first one, in samples
     */
    public synchronized void write(int timestamp, short[] samples, int count) {
        if (count > Frame.RATE / 2) {
            return;
        }
        long position = lastPosition + (timestamp - lastTimestamp);
        if (started && position + count <= read) {
            late++;
        }
        if (!started || late > MOST_LATE || position + count - read > FARTHEST || read - position > FARTHEST) {
            begin();
            position = read + DELAY;
        }
        lastPosition = position;
        lastTimestamp = timestamp;
        for (int i = (int) Math.max(0, read - position); i < count; i++) {
            ring[(int) (position + i) & MASK] = samples[i];
        }
        if (position + count > read) {
            late = 0;
        }
        written = Math.max(written, position + count);
    }

    private void begin() {
        Arrays.fill(ring, (short) 0);
        started = true;
        late = 0;
        written = read;
        looks = 0;
        least = Long.MAX_VALUE;
    }

    /** Gives the next frame, silence where there is nothing; false while nobody sends. */
    public synchronized boolean read(short[] frame) {
        if (started) {
            leaveOut();
        }
        for (int i = 0; i < Frame.SAMPLES; i++) {
            int at = (int) (read + i) & MASK;
            frame[i] = ring[at];
            ring[at] = 0;
        }
        read += Frame.SAMPLES;
        if (read - written > Frame.RATE) {
            started = false;
        }
        return started;
    }

    /** If there was always more than needed for two seconds, a frame goes. */
    private void leaveOut() {
        least = Math.min(least, written - read);
        looks++;
        if (looks < LOOKED_AT) {
            return;
        }
        if (least > DELAY + SPARE) {
            for (int i = 0; i < Frame.SAMPLES; i++) {
                ring[(int) (read + i) & MASK] = 0;
            }
            read += Frame.SAMPLES;
        }
        looks = 0;
        least = Long.MAX_VALUE;
    }
}
