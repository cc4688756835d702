package org.patchbay.spi.media;

import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Hears what a bridge has to say about one conference. Called by one thread at a time, in order; must return soon and
 * must not call the bridge from within (hand over to a thread of your own).
 */
@ConsumerType
public interface BridgeEvents {

    /** The endpoint's media flows: ICE and DTLS are done. */
    default void endpointConnected(EndpointId endpoint) {}

    /** The endpoint is lost and was removed from the bridge. Not called for one that was expired. */
    default void endpointGone(EndpointId endpoint, Departure departure) {}

    /**
     * What the receiver has on which receive mid from now on: always the whole map, a mid that is not in it carries
     * nothing. Comes before the first packet of a new source where the bridge can tell.
     */
    default void sourcesMapped(EndpointId receiver, Map<String, SourceId> sourceByMid) {}

    /** Somebody else speaks now. */
    default void dominantSpeaker(EndpointId endpoint) {}

    /** The greatest height in pixels that anybody wants of a video source; 0 when nobody sees it. */
    default void senderConstraints(EndpointId sender, SourceId source, int maxHeight) {}

    /** The bridge lost the whole conference (it was restarted, for instance); nothing more will be heard. */
    default void conferenceLost() {}
}
