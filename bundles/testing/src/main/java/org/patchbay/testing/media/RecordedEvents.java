package org.patchbay.testing.media;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.patchbay.spi.media.BridgeEvents;
import org.patchbay.spi.media.Departure;
import org.patchbay.spi.media.EndpointId;
import org.patchbay.spi.media.SourceId;

/** Keeps what a bridge says of a conference. Thread-safe. */
public final class RecordedEvents implements BridgeEvents {

    private final List<EndpointId> connected = new CopyOnWriteArrayList<>();
    private final Map<EndpointId, Departure> gone = new ConcurrentHashMap<>();
    private final Map<EndpointId, Map<String, SourceId>> maps = new ConcurrentHashMap<>();
    private final List<EndpointId> speakers = new CopyOnWriteArrayList<>();
    private final Map<SourceId, Integer> heights = new ConcurrentHashMap<>();

    @Override
    public void endpointConnected(EndpointId endpoint) {
        connected.add(endpoint);
    }

    @Override
    public void endpointGone(EndpointId endpoint, Departure departure) {
        gone.put(endpoint, departure);
    }

    @Override
    public void sourcesMapped(EndpointId receiver, Map<String, SourceId> sourceByMid) {
        maps.put(receiver, sourceByMid);
    }

    @Override
    public void dominantSpeaker(EndpointId endpoint) {
        speakers.add(endpoint);
    }

    @Override
    public void senderConstraints(EndpointId sender, SourceId source, int maxHeight) {
        heights.put(source, maxHeight);
    }

    /** Who connected, in order. */
    public List<EndpointId> connected() {
        return connected;
    }

    /** Who is gone, and why. */
    public Map<EndpointId, Departure> gone() {
        return gone;
    }

    /** The latest map of a receiver. */
    public Map<String, SourceId> mapOf(EndpointId receiver) {
        return maps.getOrDefault(receiver, Map.of());
    }

    /** Who became dominant, in order. */
    public List<EndpointId> speakers() {
        return speakers;
    }

    /** The latest constraints by source. */
    public Map<SourceId, Integer> heights() {
        return heights;
    }
}
