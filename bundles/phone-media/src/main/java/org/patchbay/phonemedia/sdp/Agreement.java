package org.patchbay.phonemedia.sdp;

import java.util.List;
import java.util.Optional;

/**
 * What both sides agreed on. Immutable.
 *
 * @param local ours, with another user name after an ICE restart
 * @param sending payloads that the far end takes, what is best first
 * @param receiving payloads that may come
 * @param direction ours
 * @param ownKey what we encrypt with (SDES)
 * @param remoteKey what the far end encrypts with (SDES)
 */
public record Agreement(
        TransportProtocol protocol,
        LocalEnd local,
        MediaDescription remote,
        List<Format> sending,
        List<Format> receiving,
        Direction direction,
        boolean rtcpMux,
        Optional<Crypto> ownKey,
        Optional<Crypto> remoteKey) {

    /** What is spoken to the far end: the best of what can be made here. */
    public Optional<Format> speaking() {
        return sending.stream().filter(format -> format.codec().isSpoken()).findFirst();
    }

    /** Whether keys are told by telephone events. */
    public boolean hasEvents() {
        return sending.stream().anyMatch(format -> format.codec().isEvent());
    }
}
