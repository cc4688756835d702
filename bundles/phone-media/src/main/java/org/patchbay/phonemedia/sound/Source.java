package org.patchbay.phonemedia.sound;

/** Gives sound frame by frame, on the thread of the clock alone; never blocks. */
public interface Source extends AutoCloseable {

    /** Fills a frame of {@link Frame#SAMPLES}, the rest with silence; false when there was nothing left. */
    boolean next(short[] frame);

    @Override
    default void close() {
        // holds nothing
    }
}
