package org.patchbay.media.forwarding;

/**
 * How loud one endpoint is, from the audio level header extension (RFC 6464): a moving average over about 160 ms, and
 * whether that is speech. Not thread-safe.
 */
final class Voice {

    /** Loudness is 127 plus the level in dBov: 127 is the loudest there is, 0 is silence. */
    static final int SPEECH_BEGINS = 62;

    static final int SPEECH_ENDS = 50;

    private static final double WEIGHT = 0.125;
    private static final long STALE_NANOS = 400_000_000;

    private double loudness;
    private boolean speaking;
    private long heardAt;

    /** Takes the extension's byte: one bit of the sender's opinion, then the level in -dBov. */
    void onLevel(byte extension, long now) {
        int level = extension & 0x7F;
        loudness += (127 - level - loudness) * WEIGHT;
        heardAt = now;
        speaking = speaking ? loudness > SPEECH_ENDS : loudness > SPEECH_BEGINS;
    }

    /** Whether it speaks; who is not heard any more does not. */
    boolean isSpeaking(long now) {
        if (speaking && now - heardAt > STALE_NANOS) {
            speaking = false;
            loudness = 0;
        }
        return speaking;
    }

    double loudness() {
        return loudness;
    }
}
