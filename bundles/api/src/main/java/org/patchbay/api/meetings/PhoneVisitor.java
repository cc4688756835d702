package org.patchbay.api.meetings;

import org.osgi.annotation.versioning.ConsumerType;

/** Hears what a meeting tells a phone. Called by one thread at a time; must return soon. */
@ConsumerType
public interface PhoneVisitor {

    /** The room offers its sound, as to a browser (SDP); answered with the phone's description. A later one begins anew. */
    Answer offered(String sdp);

    /** Waits before the door until a host opens. */
    default void waits() {}

    /** Is in. */
    default void entered() {}

    /** So many others are in the room now. */
    default void others(int count) {}

    /** The microphone is off, or on again, whoever did it. */
    default void muted(boolean on) {}

    /** The hand is up, or down again, whoever did it. */
    default void hand(boolean raised) {}

    /** The meeting is recorded, or no longer; it is asked whether the phone may be, unless it said before. */
    default void recorded(boolean on, boolean asked) {}

    /** It is over; nothing follows. */
    void over(Reason why);

    /** The answer, and the SSRC of the phone's sound. */
    record Answer(String sdp, long ssrc) {}

    /** Why it is over. */
    enum Reason {
        /** The meeting ended. */
        ENDED,
        /** A host removed the phone, or did not let it in. */
        REMOVED,
        /** Its sound could not be connected. */
        LOST,
        /** There was no place for it when it was let in. */
        FULL
    }
}
