package org.patchbay.phonemedia.ports;

import org.patchbay.phonemedia.rtp.RtpPacket;
import org.patchbay.phonemedia.sdp.Codec;

/** Where what comes in at a port goes: another port or a conference. Called by one thread at a time. */
interface Link {

    /**
     * A packet of sound; its buffer may be changed.
     *
     * @param source whose stream it is; another object when the stream began anew
     */
    void sound(Object source, RtpPacket packet, Codec codec, long now);

    /**
     * A packet of a key.
     *
     * @param key the key if it is the first packet of its press, else 0
     */
    void event(Object source, RtpPacket packet, Codec codec, char key, long now);

    /** Nothing more comes. */
    default void close() {
        // holds nothing
    }
}
