package org.patchbay.phonemedia.sound;

import java.io.IOException;

/** What is wrong with a file that should be played. */
public final class BadWavException extends IOException {

    private static final long serialVersionUID = 1;

    private final Fault fault;

    /** What can be wrong. */
    public enum Fault {
        NO_WAV,
        NO_SOUND,
        CHANNELS,
        CODING
    }

    BadWavException(Fault fault, String message) {
        super(message);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
