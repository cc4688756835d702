package org.patchbay.testing.media;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.patchbay.spi.media.BridgeEvents;
import org.patchbay.spi.media.BridgeException;
import org.patchbay.spi.media.ConferenceId;
import org.patchbay.spi.media.Departure;
import org.patchbay.spi.media.EndpointId;
import org.patchbay.spi.media.EndpointOptions;
import org.patchbay.spi.media.MediaBridge;
import org.patchbay.spi.media.SourceId;
import org.patchbay.spi.media.Transport;

/** A conference of the stand-in; its media is that of another bridge. Thread-safe. */
final class StubConference implements BridgeEvents {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Map<String, StubPlace> places = new LinkedHashMap<>();
    private final String key = HexFormat.of().toHexDigits(UUID.randomUUID().getMostSignificantBits());
    private final ConferenceId id;
    private final MediaBridge media;
    private final String socketBase;
    private final StubRelays relays;
    private final Supplier<MediaPeer> peers;

    StubConference(String meeting, MediaBridge media, String socketBase, StubRelays.Setup setup) {
        this.id = new ConferenceId(meeting);
        this.media = media;
        this.socketBase = socketBase;
        this.peers = setup.peers();
        var own = new StubRelays.Setup(setup.relayId(), setup.socketBase() + key + "/", setup.threads(), setup.peers());
        this.relays = new StubRelays(id, media, this::isLocal, own);
    }

    void open() throws BridgeException {
        media.createConference(id, this);
    }

    private synchronized boolean isLocal(EndpointId endpoint) {
        return places.containsKey(endpoint.value());
    }

    StubRelays relays() {
        return relays;
    }

    void expire() throws BridgeException {
        relays.close();
        media.expireConference(id);
        synchronized (this) {
            places.values().forEach(StubPlace::goodbye);
            places.values().stream()
                    .flatMap(place -> Optional.ofNullable(place.listener).stream())
                    .forEach(StubListener::close);
            places.clear();
        }
    }

    String key() {
        return key;
    }

    synchronized boolean isEmpty() {
        return places.isEmpty() && relays.isEmpty();
    }

    synchronized int size() {
        return places.size();
    }

    /** Does what the request says of one endpoint, and answers in its form. */
    ObjectNode handle(JsonNode request) throws BridgeException {
        String name = request.path("id").asText();
        ObjectNode answer = JSON.objectNode().put("id", name);
        if (request.path("expire").asBoolean()) {
            remove(name);
            return answer.put("expire", true);
        }
        var endpoint = new EndpointId(name);
        if (request.path("create").asBoolean()) {
            answer.set("transport", create(endpoint, request));
        }
        synchronized (this) {
            if (!places.containsKey(name)) {
                return answer;
            }
        }
        Optional<StubListener> listener = listener(name);
        if (listener.isPresent()) {
            listener.get().handle(request);
            return answer;
        }
        if (request.path("transport").has("transport")) {
            media.setRemoteTransport(
                    id,
                    endpoint,
                    ColibriReader.transport(request.path("transport").path("transport")));
        }
        if (request.has("sources")) {
            media.setSources(id, endpoint, ColibriReader.sources(endpoint, request.path("sources")));
        }
        if (request.has("force-mute")) {
            JsonNode mute = request.path("force-mute");
            media.forceMute(
                    id,
                    endpoint,
                    mute.path("audio").asBoolean(),
                    mute.path("video").asBoolean());
        }
        return answer;
    }

    private JsonNode create(EndpointId endpoint, JsonNode request) throws BridgeException {
        if (!request.has("transport")) {
            throw ColibriRefusal.refused("Attempt to create endpoint " + endpoint + " with no <transport>");
        }
        if (!hasCapability(request, "source-names")) {
            throw ColibriRefusal.refused("Source name support is mandatory.");
        }
        boolean pool = hasCapability(request, "ssrc-rewriting") && hasCapability(request, "rtp-mid-demux");
        var place = new StubPlace();
        synchronized (this) {
            if (places.putIfAbsent(endpoint.value(), place) != null) {
                throw ColibriRefusal.refused("Endpoint with ID " + endpoint + " already exists");
            }
        }
        if (request.path("muc-role").asText().equals("visitor") == pool) {
            throw ColibriRefusal.refused("A visitor has its own SSRCs, and nobody else");
        }
        Transport own;
        if (pool) {
            own = media.addEndpoint(id, endpoint, EndpointOptions.standard());
        } else {
            var listener = new StubListener(id, media, peers.get());
            synchronized (this) {
                place.listener = listener;
            }
            own = listener.offer();
        }
        return JSON.objectNode().set("transport", place.describe(own, socketBase + key + "/" + endpoint));
    }

    private synchronized Optional<StubListener> listener(String name) {
        return Optional.ofNullable(places.get(name)).flatMap(place -> Optional.ofNullable(place.listener));
    }

    /** Those who listen are told goodbye by DTLS, as a videobridge does that loses its media. */
    void dropListeners() {
        List<StubListener> all;
        synchronized (this) {
            all = places.values().stream()
                    .flatMap(place -> Optional.ofNullable(place.listener).stream())
                    .toList();
        }
        all.forEach(StubListener::drop);
    }

    /** How many are connected that listen. */
    synchronized int listeners() {
        return (int) places.values().stream()
                .flatMap(place -> Optional.ofNullable(place.listener).stream())
                .filter(StubListener::isConnected)
                .count();
    }

    private static boolean hasCapability(JsonNode request, String name) {
        for (JsonNode capability : request.path("capabilities")) {
            if (capability.asText().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private void remove(String name) throws BridgeException {
        StubPlace place;
        synchronized (this) {
            place = places.remove(name);
        }
        if (place != null) {
            place.goodbye();
            if (place.listener != null) {
                place.listener.close();
                return;
            }
            media.expireEndpoint(id, new EndpointId(name));
        }
    }

    synchronized boolean admits(String name, String pwd) {
        StubPlace place = places.get(name);
        return place != null && place.pwd.equals(pwd);
    }

    /** Greets a WebSocket, and tells it everything again. */
    synchronized void opened(String name, StubSocket socket) {
        StubPlace place = places.get(name);
        if (place == null) {
            return;
        }
        StubSocket before = place.socket;
        if (before != null) {
            before.close(1000, "replaced");
        }
        place.socket = socket;
        socket.send("{\"colibriClass\":\"ServerHello\"}");
        place.heights.forEach((source, height) -> socket.send(ColibriPosts.wanted(source, height)));
        ColibriPosts.all(place.mids).forEach(socket::send);
    }

    synchronized void closed(String name, StubSocket socket) {
        StubPlace place = places.get(name);
        if (place != null && place.socket == socket) {
            place.socket = null;
        }
    }

    /** An endpoint says what it wants to see. */
    void wants(String name, JsonNode message) throws BridgeException {
        Optional<StubListener> listener = listener(name);
        if (listener.isPresent()) {
            listener.get().wants(ColibriReader.constraints(message).defaultMaxHeight());
            return;
        }
        media.setReceiverConstraints(id, new EndpointId(name), ColibriReader.constraints(message));
    }

    /** Breaks the WebSockets. */
    synchronized void cut() {
        places.values().stream()
                .flatMap(place -> Optional.ofNullable(place.socket).stream())
                .forEach(StubSocket::cut);
    }

    /** What is told of an endpoint to who debugs. */
    synchronized ObjectNode debug(String name) {
        ObjectNode answer = JSON.objectNode();
        ObjectNode conference = answer.putObject("conferences").putObject(key);
        conference.set("relays", relays.debug());
        ObjectNode endpoints = conference.putObject("endpoints");
        StubPlace place = places.get(name);
        if (place != null) {
            ObjectNode endpoint = endpoints.putObject(name);
            endpoint.putObject("ice_transport").put("iceConnected", place.ice).put("iceFailed", place.iceFailed);
            endpoint.putObject("dtls_transport").put("is_connected", place.dtls);
        }
        return answer;
    }

    @Override
    public synchronized void endpointConnected(EndpointId endpoint) {
        Optional.ofNullable(places.get(endpoint.value())).ifPresent(place -> {
            place.ice = true;
            place.dtls = true;
        });
    }

    /** The media is gone; the endpoint stays, as it does on the real one. */
    @Override
    public synchronized void endpointGone(EndpointId endpoint, Departure departure) {
        Optional.ofNullable(places.get(endpoint.value())).ifPresent(place -> {
            place.iceFailed = departure == Departure.ICE_FAILED;
            place.ice |= departure == Departure.DTLS_FAILED;
            if (place.dtls) {
                sendAll(ColibriPosts.activity(endpoint.value(), false));
            }
        });
    }

    @Override
    public synchronized void sourcesMapped(EndpointId receiver, Map<String, SourceId> sourceByMid) {
        Optional.ofNullable(places.get(receiver.value())).ifPresent(place -> {
            List<String> posts = ColibriPosts.changes(place.mids, sourceByMid);
            place.mids = Map.copyOf(sourceByMid);
            Optional.ofNullable(place.socket).ifPresent(socket -> posts.forEach(socket::send));
        });
    }

    @Override
    public synchronized void dominantSpeaker(EndpointId endpoint) {
        sendAll(ColibriPosts.speaker(endpoint.value()));
    }

    @Override
    public synchronized void senderConstraints(EndpointId sender, SourceId source, int maxHeight) {
        Optional.ofNullable(places.get(sender.value())).ifPresent(place -> {
            place.heights.put(source.value(), maxHeight);
            Optional.ofNullable(place.socket)
                    .ifPresent(socket -> socket.send(ColibriPosts.wanted(source.value(), maxHeight)));
        });
    }

    private void sendAll(String post) {
        places.values().stream()
                .flatMap(place -> Optional.ofNullable(place.socket).stream())
                .forEach(socket -> socket.send(post));
    }
}
