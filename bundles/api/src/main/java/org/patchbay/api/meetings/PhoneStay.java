package org.patchbay.api.meetings;

import org.osgi.annotation.versioning.ProviderType;

/** A phone in a meeting, or before its door. Nothing here waits or fails: what the room refuses is left. Thread-safe. */
@ProviderType
public interface PhoneStay {

    /** The meeting's id. */
    String meeting();

    /** Switches the own microphone off, or on. */
    void mute(boolean on);

    /** Raises the hand, or lowers it. */
    void hand(boolean raised);

    /** Agrees to being recorded, or does not. */
    void consent(boolean agrees);

    /** Goes; harmless when it is over. */
    void leave();
}
