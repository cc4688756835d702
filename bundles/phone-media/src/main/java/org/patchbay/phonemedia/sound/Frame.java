package org.patchbay.phonemedia.sound;

/** What goes by in one turn of the clock. */
public final class Frame {

    /** Samples a second. */
    public static final int RATE = 8_000;

    /** Milliseconds of a frame. */
    public static final int MILLIS = 20;

    /** Samples of a frame. */
    public static final int SAMPLES = RATE * MILLIS / 1_000;

    private Frame() {}
}
