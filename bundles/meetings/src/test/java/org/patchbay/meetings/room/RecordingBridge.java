package org.patchbay.meetings.room;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.patchbay.api.Network;
import org.patchbay.spi.media.BridgeEvents;
import org.patchbay.spi.media.BridgeException;
import org.patchbay.spi.media.BridgeProfile;
import org.patchbay.spi.media.BridgeStats;
import org.patchbay.spi.media.Candidate;
import org.patchbay.spi.media.ConferenceId;
import org.patchbay.spi.media.EndpointId;
import org.patchbay.spi.media.EndpointOptions;
import org.patchbay.spi.media.Fingerprint;
import org.patchbay.spi.media.MediaBridge;
import org.patchbay.spi.media.MediaTap;
import org.patchbay.spi.media.OpenTap;
import org.patchbay.spi.media.ReceiverConstraints;
import org.patchbay.spi.media.RemoteTransport;
import org.patchbay.spi.media.Source;
import org.patchbay.spi.media.Transport;

/** A bridge without media, thread-safe, that remembers what it was told and refuses what a bridge refuses. */
public final class RecordingBridge implements MediaBridge {

    static final Transport TRANSPORT = new Transport(
            "bridge",
            "abcdefghijklmnopqrstuvwx",
            new Fingerprint("AB:".repeat(31) + "CD"),
            List.of(new Candidate("1", "udp", 2_130_706_431L, "127.0.0.1", 10_000, Candidate.Type.HOST)));

    final Map<ConferenceId, BridgeEvents> conferences = Collections.synchronizedMap(new LinkedHashMap<>());
    final Map<EndpointId, RemoteTransport> connected = Collections.synchronizedMap(new LinkedHashMap<>());
    final Map<EndpointId, List<Source>> sources = Collections.synchronizedMap(new LinkedHashMap<>());
    final Map<EndpointId, ReceiverConstraints> constraints = Collections.synchronizedMap(new LinkedHashMap<>());
    final Map<EndpointId, EndpointOptions> options = Collections.synchronizedMap(new LinkedHashMap<>());
    final List<String> calls = Collections.synchronizedList(new ArrayList<>());
    private final Set<Place> endpoints = Collections.synchronizedSet(new LinkedHashSet<>());
    private final String name;
    private volatile CountDownLatch stalled = new CountDownLatch(0);
    private volatile BridgeProfile profile = new BridgeProfile("recording", "Frankfurt", 100);
    private volatile boolean down;
    private volatile boolean silent;
    private volatile double load;
    private volatile int most = Integer.MAX_VALUE;
    private volatile boolean saysFull;
    private volatile boolean links;
    private final List<RecordingBridge> linked = Collections.synchronizedList(new ArrayList<>());
    private boolean tappable = true;
    private long taken = -1;

    public RecordingBridge() {
        this("recording");
    }

    public RecordingBridge(String name) {
        this.name = name;
    }

    /** Says that it is down, and forgets everything, as one does that is killed. */
    public void goDown() {
        down = true;
        conferences.clear();
        endpoints.clear();
    }

    public void comeUp() {
        down = false;
        silent = false;
    }

    /** Says that all is well, but does not answer. */
    void fallSilent() {
        silent = true;
    }

    /** Stands there, for people of these networks. */
    public RecordingBridge stands(String region, String... networks) {
        profile = new BridgeProfile(
                "recording", region, 100, Stream.of(networks).map(Network::of).toList());
        return this;
    }

    /** Who is in the conferences here. */
    Set<String> here() {
        synchronized (endpoints) {
            return endpoints.stream().map(place -> place.endpoint().value()).collect(Collectors.toSet());
        }
    }

    public void load(double share) {
        load = share;
    }

    /** Forgets the conferences without a word, as one does that was restarted. */
    void forget() {
        conferences.clear();
        endpoints.clear();
    }

    /** Answers nothing until the latch is open. */
    public void stalls(CountDownLatch latch) {
        stalled = latch;
    }

    /** Refuses more, without saying before that it is full, as one does for a moment. */
    void takesAtMost(int newMost) {
        most = newMost;
    }

    /** Refuses more, and says when it is full. */
    public void places(int newMost) {
        most = newMost;
        saysFull = true;
    }

    /** Refuses an SSRC as another's. */
    void taken(long ssrc) {
        taken = ssrc;
    }

    BridgeEvents listener() {
        return conferences.values().iterator().next();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public BridgeProfile profile() {
        return profile;
    }

    @Override
    public BridgeStats stats() {
        boolean full = saysFull && !down && endpoints.size() >= most;
        return new BridgeStats(
                !down && !full,
                down ? "Killed" : "",
                full ? 1 : load,
                conferences.size(),
                endpoints.size(),
                0,
                0,
                0,
                0,
                0);
    }

    @Override
    public void createConference(ConferenceId conference, BridgeEvents listener) throws BridgeException {
        answer();
        if (conferences.putIfAbsent(conference, listener) != null) {
            throw new BridgeException(BridgeException.Reason.CONFLICT, "is open");
        }
    }

    @Override
    public void expireConference(ConferenceId conference) {
        conferences.remove(conference);
        endpoints.removeIf(place -> place.conference().equals(conference));
    }

    @Override
    public Transport addEndpoint(ConferenceId conference, EndpointId endpoint, EndpointOptions options)
            throws BridgeException {
        waitForIt();
        need(conference);
        if (endpoints.size() >= most) {
            for (RecordingBridge other : linked) {
                if (other.carries(conference)) {
                    return other.addEndpoint(conference, endpoint, options);
                }
            }
            throw new BridgeException(BridgeException.Reason.FULL, "is full");
        }
        if (!endpoints.add(new Place(conference, endpoint))) {
            throw new BridgeException(BridgeException.Reason.CONFLICT, "is there");
        }
        this.options.put(endpoint, options);
        calls.add("add " + endpoint);
        return TRANSPORT;
    }

    @Override
    public void setRemoteTransport(ConferenceId conference, EndpointId endpoint, RemoteTransport transport)
            throws BridgeException {
        need(conference, endpoint);
        connected.put(endpoint, transport);
    }

    @Override
    public void setSources(ConferenceId conference, EndpointId endpoint, List<Source> all) throws BridgeException {
        need(conference, endpoint);
        if (all.stream().anyMatch(source -> source.ssrcs().contains(taken))) {
            throw new BridgeException(BridgeException.Reason.CONFLICT, "is another's");
        }
        sources.put(endpoint, all);
    }

    @Override
    public void setReceiverConstraints(
            ConferenceId conference, EndpointId endpoint, ReceiverConstraints receiverConstraints)
            throws BridgeException {
        need(conference, endpoint);
        constraints.put(endpoint, receiverConstraints);
    }

    @Override
    public void forceMute(ConferenceId conference, EndpointId endpoint, boolean audio, boolean video)
            throws BridgeException {
        need(conference, endpoint);
        calls.add("mute " + endpoint + " " + audio + " " + video);
    }

    @Override
    public void expireEndpoint(ConferenceId conference, EndpointId endpoint) {
        if (endpoints.remove(new Place(conference, endpoint))) {
            calls.add("expire " + endpoint);
        }
        linked.forEach(other -> other.expireEndpoint(conference, endpoint));
    }

    @Override
    public OpenTap tap(ConferenceId conference, MediaTap tap) throws BridgeException {
        need(conference);
        if (!tappable) {
            throw new BridgeException(BridgeException.Reason.UNSUPPORTED, "cannot be tapped");
        }
        calls.add("tap " + conference);
        return new OpenTap() {
            @Override
            public void requestKeyFrame(long ssrc) {}

            @Override
            public void close() {}
        };
    }

    /** Can be linked with others. */
    RecordingBridge links() {
        links = true;
        return this;
    }

    @Override
    public boolean carries(ConferenceId conference) {
        return conferences.containsKey(conference);
    }

    @Override
    public void widen(ConferenceId conference, MediaBridge other) throws BridgeException {
        need(conference);
        if (!links || !(other instanceof RecordingBridge second)) {
            throw new BridgeException(BridgeException.Reason.UNSUPPORTED, "has no links");
        }
        second.createConference(
                conference, Optional.ofNullable(conferences.get(conference)).orElseThrow());
        linked.add(second);
    }

    void cannotBeTapped() {
        tappable = false;
    }

    private void answer() throws BridgeException {
        if (down || silent) {
            throw new BridgeException(BridgeException.Reason.UNAVAILABLE, "does not answer");
        }
    }

    private void need(ConferenceId conference) throws BridgeException {
        answer();
        if (!conferences.containsKey(conference)) {
            throw new BridgeException(BridgeException.Reason.NO_CONFERENCE, "unknown");
        }
    }

    private void need(ConferenceId conference, EndpointId endpoint) throws BridgeException {
        need(conference);
        var place = new Place(conference, endpoint);
        if (!endpoints.contains(place) && linked.stream().noneMatch(other -> other.endpoints.contains(place))) {
            throw new BridgeException(BridgeException.Reason.NO_ENDPOINT, "unknown");
        }
    }

    Optional<Source> onlySource(String endpoint) {
        return sources.getOrDefault(new EndpointId(endpoint), List.of()).stream()
                .findFirst();
    }

    /** An endpoint in a conference. */
    private record Place(ConferenceId conference, EndpointId endpoint) {}

    private void waitForIt() {
        try {
            stalled.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
