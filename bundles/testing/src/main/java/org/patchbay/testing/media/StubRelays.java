package org.patchbay.testing.media;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.patchbay.spi.media.BridgeException;
import org.patchbay.spi.media.ConferenceId;
import org.patchbay.spi.media.EndpointId;
import org.patchbay.spi.media.EndpointOptions;
import org.patchbay.spi.media.MediaBridge;
import org.patchbay.spi.media.MediaTap;
import org.patchbay.spi.media.OpenTap;
import org.patchbay.spi.media.ReceiverConstraints;
import org.patchbay.spi.media.Source;

/**
 * The relays of a conference of the stand-in. What its own endpoints send goes to every other side, and what those send is
 * sent into the conference by a peer for each of their endpoints. Thread-safe.
 */
final class StubRelays {

    private static final ReceiverConstraints NOTHING = new ReceiverConstraints(0, java.util.List.of(), 0, Map.of());

    private final Map<String, StubRelay> relays = new ConcurrentHashMap<>();
    private final Map<String, Remote> remotes = new ConcurrentHashMap<>();
    private final ConferenceId id;
    private final MediaBridge media;
    private final Predicate<EndpointId> isLocal;
    private final Setup setup;
    private @Nullable OpenTap tap;

    /** What relays need; none without an id. */
    record Setup(String relayId, String socketBase, Executor threads, Supplier<MediaPeer> peers) {}

    /** An endpoint of another side. */
    private record Remote(String relay, MediaPeer peer) {}

    StubRelays(ConferenceId id, MediaBridge media, Predicate<EndpointId> isLocal, Setup setup) {
        this.id = id;
        this.media = media;
        this.isLocal = isLocal;
        this.setup = setup;
    }

    /** How many endpoints there are on the other sides. */
    int size() {
        return remotes.size();
    }

    boolean isEmpty() {
        return relays.isEmpty();
    }

    /** Does what the request says of one relay, and answers in its form. */
    ObjectNode handle(JsonNode request) throws BridgeException {
        if (setup.relayId().isEmpty()) {
            throw ColibriRefusal.refused("Octo is disabled in configuration.");
        }
        String name = request.path("id").asText();
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("id", name);
        if (request.path("expire").asBoolean()) {
            expire(name);
            return answer.put("expire", true);
        }
        if (request.path("create").asBoolean()) {
            answer.putObject("transport").set("transport", create(name, request));
        }
        StubRelay relay = Optional.ofNullable(relays.get(name))
                .orElseThrow(() -> ColibriRefusal.refused("Unknown relay " + name));
        if (request.path("transport").has("transport")) {
            relay.connect(request.path("transport").path("transport"));
        }
        for (JsonNode endpoint : request.path("endpoints")) {
            endpoint(name, endpoint);
        }
        return answer;
    }

    private ObjectNode create(String name, JsonNode request) throws BridgeException {
        if (name.equals(setup.relayId())) {
            throw ColibriRefusal.refused("A relay of " + name + " to itself");
        }
        var relay = new StubRelay(request, setup.socketBase(), this::heard, setup.threads());
        if (relays.putIfAbsent(name, relay) != null) {
            throw ColibriRefusal.refused("Relay with ID " + name + " already exists");
        }
        listen();
        return relay.own();
    }

    private synchronized void listen() throws BridgeException {
        if (tap == null) {
            try {
                tap = media.tap(id, new Sending());
            } catch (BridgeException e) {
                if (e.reason() != BridgeException.Reason.UNSUPPORTED) {
                    throw e;
                }
            }
        }
    }

    private void endpoint(String relay, JsonNode request) throws BridgeException {
        String name = request.path("id").asText();
        var endpoint = new EndpointId(name);
        if (request.path("expire").asBoolean()) {
            leave(name);
            return;
        }
        if (isLocal.test(endpoint)) {
            throw ColibriRefusal.refused("Endpoint " + name + " is here and on the other side of a relay");
        }
        if (request.path("create").asBoolean()) {
            join(relay, endpoint);
        }
        if (!remotes.containsKey(name)) {
            throw ColibriRefusal.refused("Unknown endpoint " + name + " on the other side of a relay");
        }
        if (request.has("sources")) {
            media.setSources(id, endpoint, ColibriReader.sources(endpoint, request.path("sources")));
        }
    }

    private void join(String relay, EndpointId endpoint) throws BridgeException {
        MediaPeer peer = setup.peers().get();
        if (remotes.putIfAbsent(endpoint.value(), new Remote(relay, peer)) != null) {
            throw ColibriRefusal.refused("Endpoint with ID " + endpoint + " already exists");
        }
        var transport = media.addEndpoint(id, endpoint, EndpointOptions.standard());
        media.setReceiverConstraints(id, endpoint, NOTHING);
        media.setRemoteTransport(id, endpoint, peer.answer(transport));
    }

    private void leave(String endpoint) throws BridgeException {
        Remote remote = remotes.remove(endpoint);
        if (remote != null) {
            media.expireEndpoint(id, new EndpointId(endpoint));
            remote.peer().leave();
        }
    }

    private void expire(String name) throws BridgeException {
        StubRelay relay = relays.remove(name);
        if (relay != null) {
            relay.close();
            for (Map.Entry<String, Remote> remote : remotes.entrySet()) {
                if (remote.getValue().relay().equals(name)) {
                    leave(remote.getKey());
                }
            }
        }
    }

    /** What is told of them to who debugs. */
    ObjectNode debug() {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        relays.forEach((name, relay) -> answer.set(name, relay.debug()));
        return answer;
    }

    void deafen() {
        relays.values().forEach(StubRelay::deafen);
    }

    Optional<StubRelay> find(String name) {
        return Optional.ofNullable(relays.get(name));
    }

    /** A packet of an endpoint of another side. */
    private void heard(String text) {
        int space = text.indexOf(' ');
        Remote remote = remotes.get(text.substring(0, space));
        if (remote != null && remote.peer().isConnected()) {
            remote.peer().sendRtp(ByteBuffer.wrap(Base64.getDecoder().decode(text.substring(space + 1))));
        }
    }

    void close() {
        OpenTap open;
        synchronized (this) {
            open = tap;
            tap = null;
        }
        if (open != null) {
            open.close();
        }
        relays.values().forEach(StubRelay::close);
        relays.clear();
        remotes.values().forEach(remote -> remote.peer().leave());
        remotes.clear();
    }

    /** Sends what own endpoints send to the other sides; what came from one of them goes no further. */
    private final class Sending implements MediaTap {

        @Override
        public void packet(Source source, long ssrc, ByteBuffer rtp, long arrivalNanos) {
            if (isLocal.test(source.owner())) {
                var bytes = new byte[rtp.remaining()];
                rtp.duplicate().get(bytes);
                String text = source.owner() + " " + Base64.getEncoder().encodeToString(bytes);
                relays.values().forEach(relay -> relay.send(text));
            }
        }
    }
}
