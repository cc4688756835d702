package org.patchbay.api.phonemedia;

import org.osgi.annotation.versioning.ProviderType;

/**
 * A phone's way to the sound of a room on a media bridge: one who is in it like a browser, without a picture. What those in the
 * room say is heard at the port, the four loudest at a time, and what the port says is heard in the room. Thread-safe.
 */
@ProviderType
public interface RoomSound {

    /**
     * Reads an offer as rooms make them for browsers, connects, and writes the answer. A further offer begins anew.
     *
     * @throws org.patchbay.api.PatchbayException with {@code INVALID} if it is none
     */
    String answer(String offer);

    /** The SSRC under which the phone is heard, from the first answer on. */
    long ssrc();

    /** Whether the room's sound has flowed since the last answer. */
    boolean flowing();

    /** Leaves the room; the port stays open. */
    void close();
}
