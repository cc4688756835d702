package org.patchbay.phonemedia.sound;

import java.util.Arrays;

/** Sound in memory, A-law. Not thread-safe; the bytes are shared. */
public final class AlawSource implements Source {

    private final byte[] bytes;
    private int at;

    public AlawSource(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public boolean next(short[] frame) {
        int count = Math.min(Frame.SAMPLES, bytes.length - at);
        if (count <= 0) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            frame[i] = G711.fromA(bytes[at + i]);
        }
        Arrays.fill(frame, count, Frame.SAMPLES, (short) 0);
        at += count;
        return true;
    }
}
