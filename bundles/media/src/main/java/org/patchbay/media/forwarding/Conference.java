package org.patchbay.media.forwarding;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.ice4j.util.Buffer;
import org.jspecify.annotations.Nullable;
import org.patchbay.media.transport.BufferShelf;
import org.patchbay.media.transport.SrtpSession;
import org.patchbay.spi.media.BridgeException;
import org.patchbay.spi.media.BridgeException.Reason;
import org.patchbay.spi.media.Departure;
import org.patchbay.spi.media.EndpointId;
import org.patchbay.spi.media.ReceiverConstraints;
import org.patchbay.spi.media.Source;

/** One conference: its endpoints and who gets what. Only its mailbox calls it, so it is not thread-safe. */
final class Conference implements Mailbox.Handler {

    static final int MAX_ENDPOINTS = 100;

    private static final int TICKS_PER_FEEDBACK = 3;
    private static final int TICKS_PER_RANKING = 5;
    private static final int TICKS_PER_DISTRIBUTION = 10;
    private static final int TICKS_PER_SECOND = 50;

    private final BufferShelf shelf;
    private final EventOutlet events;
    private final Patience patience;
    private final Consumer<Endpoint> closer;
    private final Workspace workspace = new Workspace();
    private final SpeakerRanking ranking = new SpeakerRanking();
    private final Map<EndpointId, Endpoint> endpoints = new LinkedHashMap<>();
    private @Nullable EndpointId toldDominant;
    private boolean lessCarried;
    private int ticks;
    private volatile int size;

    Conference(BufferShelf shelf, EventOutlet events, Patience patience, Consumer<Endpoint> closer) {
        this.shelf = shelf;
        this.events = events;
        this.patience = patience;
        this.closer = closer;
    }

    void add(Endpoint endpoint) throws BridgeException {
        if (endpoints.containsKey(endpoint.id())) {
            throw new BridgeException(Reason.CONFLICT, "Endpoint " + endpoint.id() + " is there already");
        }
        if (endpoints.size() == MAX_ENDPOINTS) {
            throw new BridgeException(Reason.FULL, "The conference has " + MAX_ENDPOINTS + " endpoints");
        }
        endpoints.put(endpoint.id(), endpoint);
        size = endpoints.size();
        ranking.add(endpoint);
        select();
    }

    Endpoint endpoint(EndpointId id) throws BridgeException {
        Endpoint endpoint = endpoints.get(id);
        if (endpoint == null) {
            throw new BridgeException(Reason.NO_ENDPOINT, "No endpoint " + id);
        }
        return endpoint;
    }

    /** How many endpoints there are; the only thing that any thread may ask. */
    int size() {
        return size;
    }

    void remove(EndpointId id) {
        Endpoint endpoint = endpoints.remove(id);
        if (endpoint != null) {
            long now = System.nanoTime();
            size = endpoints.size();
            ranking.remove(endpoint);
            replace(endpoint, List.of(), now);
            endpoint.egress().carry(List.of(), List.of(), now);
            select();
            closer.accept(endpoint);
        }
    }

    void removeAll() {
        events.close();
        List.copyOf(endpoints.keySet()).forEach(this::remove);
        workspace.taps.removeAll();
    }

    void tap(TapFeed feed) {
        workspace.taps.add(feed);
        for (Endpoint endpoint : endpoints.values()) {
            for (IncomingTrack track : endpoint.ingress().tracks()) {
                feed.event(tap -> tap.sourceOpened(track.source()));
            }
        }
        tellHeights();
    }

    void untap(TapFeed feed) {
        workspace.taps.remove(feed);
        tellHeights();
    }

    /** Somebody outside needs a key frame of that SSRC. */
    void wantKeyFrame(int ssrc) {
        long now = System.nanoTime();
        for (Endpoint endpoint : endpoints.values()) {
            IncomingLayer layer = endpoint.ingress().layer(ssrc);
            if (layer != null && layer.track().isVideo()) {
                layer.keyFrames().want(now);
            }
        }
    }

    void setSources(EndpointId id, List<Source> sources) throws BridgeException {
        Endpoint endpoint = endpoint(id);
        Set<Long> taken = new HashSet<>();
        for (Endpoint other : endpoints.values()) {
            if (other != endpoint) {
                other.ingress()
                        .tracks()
                        .forEach(track -> taken.addAll(track.source().ssrcs()));
            }
        }
        Set<Object> ids = new HashSet<>();
        for (Source source : sources) {
            boolean fresh = endpoint.speaksFor(source.owner()) && ids.add(source.id());
            if (!fresh || source.ssrcs().stream().anyMatch(ssrc -> !taken.add(ssrc))) {
                throw new BridgeException(Reason.CONFLICT, "Source " + source.id() + " is another's, or its SSRC is");
            }
        }
        replace(endpoint, sources, System.nanoTime());
        select();
    }

    private void replace(Endpoint endpoint, List<Source> sources, long now) {
        List<IncomingTrack> before = endpoint.ingress().tracks();
        for (IncomingTrack gone : endpoint.ingress().replace(sources)) {
            release(gone, now);
            workspace.taps.closed(gone);
        }
        endpoint.ingress().tracks().stream()
                .filter(track -> !before.contains(track))
                .forEach(workspace.taps::opened);
    }

    private static void release(IncomingTrack track, long now) {
        List.copyOf(track.receivers()).forEach(out -> out.carry(null, now));
    }

    void setConstraints(EndpointId id, ReceiverConstraints constraints) throws BridgeException {
        endpoint(id).constraints(constraints);
        select();
    }

    void mute(EndpointId id, boolean audio, boolean video) throws BridgeException {
        Endpoint endpoint = endpoint(id);
        endpoint.mute(audio, video);
        long now = System.nanoTime();
        for (IncomingTrack track : endpoint.ingress().tracks()) {
            track.receivers().forEach(out -> out.restart(now));
        }
    }

    void secured(Endpoint endpoint, SrtpSession session) {
        if (endpoints.get(endpoint.id()) != endpoint) {
            return;
        }
        endpoint.secure(session);
        endpoint.egress().restart(System.nanoTime());
        events.tell(listener -> listener.endpointConnected(endpoint.id()));
    }

    void lost(Endpoint endpoint, Departure departure) {
        if (endpoints.get(endpoint.id()) == endpoint) {
            remove(endpoint.id());
            events.tell(listener -> listener.endpointGone(endpoint.id(), departure));
        }
    }

    /** Decides anew who gets what, and tells what changed. */
    private void select() {
        long now = System.nanoTime();
        List<Endpoint> order = ranking.order();
        for (Endpoint receiver : endpoints.values()) {
            receiver.select(SourceSelection.voices(receiver, order), SourceSelection.pictures(receiver, order));
            distribute(receiver, now);
        }
        tellHeights();
    }

    /** Decides anew which layers a receiver gets, and tells what changed. */
    private boolean distribute(Endpoint receiver, long now) {
        boolean changed = receiver.distribute(now);
        if (changed) {
            var map = receiver.egress().sourceByMid();
            events.tell(listener -> listener.sourcesMapped(receiver.id(), map));
        }
        return changed;
    }

    private void distribute(long now) {
        boolean changed = false;
        for (Endpoint sender : endpoints.values()) {
            changed |= sender.ingress().limit(now);
        }
        for (Endpoint receiver : endpoints.values()) {
            changed |= distribute(receiver, now);
        }
        if (changed) {
            tellHeights();
        }
    }

    private void tellHeights() {
        for (Endpoint sender : endpoints.values()) {
            for (IncomingTrack track : sender.ingress().tracks()) {
                int seen = track.isVideo() ? SourceSelection.wantedHeight(track) : 0;
                int height = Math.max(seen, workspace.taps.wantedHeight());
                if (track.isVideo() && track.heightChanged(height)) {
                    events.tell(listener -> listener.senderConstraints(
                            sender.id(), track.source().id(), height));
                }
            }
        }
    }

    @Override
    public void onPacket(Endpoint from, Buffer buffer, long arrival) {
        try {
            from.onPacket(buffer, workspace, arrival);
        } finally {
            shelf.giveBack(buffer);
        }
    }

    @Override
    public void onTick(long now) {
        ticks++;
        for (Endpoint endpoint : endpoints.values()) {
            endpoint.egress().onTick();
            if (endpoint.isSecured()) {
                tick(endpoint, now);
            }
            if (endpoint.carriesLess()) {
                lessCarried = true;
            }
        }
        if (ticks % TICKS_PER_RANKING == 0 && ranking.update(now)) {
            select();
            tellDominant();
        }
        if (lessCarried || ticks % TICKS_PER_DISTRIBUTION == 0) {
            lessCarried = false;
            distribute(now);
        }
        if (ticks % TICKS_PER_SECOND == 0) {
            dropTheLost(now);
        }
    }

    private void tick(Endpoint endpoint, long now) {
        Ingress ingress = endpoint.ingress();
        ingress.sendRequests(workspace.rtcpWriter, now);
        if (ticks % TICKS_PER_FEEDBACK == 0) {
            ingress.sendTransportFeedback(workspace.rtcpWriter);
        }
        if (ticks % TICKS_PER_SECOND == 0) {
            ingress.sendReceiverReport(workspace.rtcpWriter, now);
            ingress.sendLimits(workspace.rtcpWriter);
        }
    }

    private void tellDominant() {
        Endpoint dominant = ranking.dominant();
        if (dominant != null && !dominant.id().equals(toldDominant)) {
            toldDominant = dominant.id();
            events.tell(listener -> listener.dominantSpeaker(dominant.id()));
        }
    }

    private void dropTheLost(long now) {
        for (Endpoint endpoint : new ArrayList<>(endpoints.values())) {
            if (!endpoint.isSecured() && now - endpoint.addedAt() > patience.toConnectNanos()) {
                lost(endpoint, Departure.ICE_FAILED);
            } else if (endpoint.isSecured()
                    && endpoint.transport().sinceConsent(now) > patience.withoutConsentNanos()) {
                lost(endpoint, Departure.CONSENT_LOST);
            }
        }
    }
}
