package org.patchbay.testing.media;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.patchbay.spi.media.BridgeEvents;
import org.patchbay.spi.media.BridgeStats;
import org.patchbay.spi.media.Candidate;
import org.patchbay.spi.media.ConferenceId;
import org.patchbay.spi.media.EndpointId;
import org.patchbay.spi.media.EndpointOptions;
import org.patchbay.spi.media.Fingerprint;
import org.patchbay.spi.media.MediaBridge;
import org.patchbay.spi.media.ReceiverConstraints;
import org.patchbay.spi.media.RemoteTransport;
import org.patchbay.spi.media.Source;
import org.patchbay.spi.media.Transport;

/** A bridge that carries nothing and writes down what it is told; its events are told by a test. Thread-safe. */
public final class PaperBridge implements MediaBridge {

    private final Map<ConferenceId, BridgeEvents> conferences = new ConcurrentHashMap<>();
    private final List<String> told = new CopyOnWriteArrayList<>();

    @Override
    public String name() {
        return "paper";
    }

    @Override
    public BridgeStats stats() {
        return new BridgeStats(true, "", 0, conferences.size(), 0, 0, 0, 0, 0, 0);
    }

    /** Where to tell what happens in a conference. */
    public BridgeEvents events(ConferenceId conference) {
        return Optional.ofNullable(conferences.get(conference)).orElseThrow();
    }

    /** What it was told, in order. */
    public List<String> told() {
        return List.copyOf(told);
    }

    @Override
    public void createConference(ConferenceId conference, BridgeEvents listener) {
        conferences.put(conference, listener);
    }

    @Override
    public void expireConference(ConferenceId conference) {
        conferences.remove(conference);
    }

    @Override
    public Transport addEndpoint(ConferenceId conference, EndpointId endpoint, EndpointOptions options) {
        return new Transport(
                "paper" + endpoint,
                "abcdefghijklmnopqrstuvwx",
                new Fingerprint("8A:".repeat(31) + "8A"),
                List.of(new Candidate("1", "udp", 2_130_706_431, "192.0.2.2", 10_000, Candidate.Type.HOST)));
    }

    @Override
    public void setRemoteTransport(ConferenceId conference, EndpointId endpoint, RemoteTransport transport) {
        told.add(endpoint + " answers " + transport.ufrag() + " with "
                + transport.candidates().size());
    }

    @Override
    public void setSources(ConferenceId conference, EndpointId endpoint, List<Source> sources) {
        told.add(endpoint + " sends "
                + sources.stream().map(source -> source.id().value()).toList());
    }

    @Override
    public void setReceiverConstraints(ConferenceId conference, EndpointId endpoint, ReceiverConstraints constraints) {
        told.add(endpoint + " wants " + constraints.lastN() + " " + constraints.onStage() + " "
                + constraints.defaultMaxHeight() + " " + constraints.maxHeight());
    }

    @Override
    public void forceMute(ConferenceId conference, EndpointId endpoint, boolean audio, boolean video) {
        told.add(endpoint + " muted " + audio + " " + video);
    }

    @Override
    public void expireEndpoint(ConferenceId conference, EndpointId endpoint) {
        told.add(endpoint + " expired");
    }
}
