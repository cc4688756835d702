package org.patchbay.jvb.bridge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.patchbay.jvb.colibri.ColibriException;
import org.patchbay.jvb.colibri.ColibriRequests;
import org.patchbay.jvb.colibri.EndpointReply;
import org.patchbay.spi.media.BridgeException;
import org.patchbay.spi.media.BridgeException.Reason;
import org.patchbay.spi.media.ConferenceId;
import org.patchbay.spi.media.Departure;
import org.patchbay.spi.media.EndpointId;
import org.patchbay.spi.media.EndpointOptions;
import org.patchbay.spi.media.ReceiverConstraints;
import org.patchbay.spi.media.RemoteTransport;
import org.patchbay.spi.media.Source;
import org.patchbay.spi.media.SourceId;
import org.patchbay.spi.media.Transport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A conference, or the leg of one, on a videobridge, with a record of its own: a videobridge answers for endpoints that it does not know, and
 * forgets a conference with its last endpoint. Thread-safe; no lock is held while the videobridge is asked.
 */
final class JvbConference {

    private static final Logger log = LoggerFactory.getLogger(JvbConference.class);

    private final Map<EndpointId, JvbEndpoint> endpoints = new ConcurrentHashMap<>();
    private final SourceBook sources;
    private final ConferenceId id;
    private final Server server;
    private final Cascade whole;
    private final Arrivals arrivals;
    private volatile String relayId = "";

    JvbConference(ConferenceId id, Cascade whole, Server server) {
        this.id = id;
        this.server = server;
        this.whole = whole;
        this.sources = whole.sources();
        this.arrivals = new Arrivals(server, this);
    }

    Server server() {
        return server;
    }

    /** By what name the other legs know it; the same as long as it is, be the videobridge silent meanwhile. */
    String relayId() throws ColibriException {
        if (relayId.isEmpty()) {
            relayId = server.relayId()
                    .orElseThrow(() -> new ColibriException(
                            ColibriException.Reason.REFUSED, "It has no relays (videobridge.relay.enabled)"));
        }
        return relayId;
    }

    Set<EndpointId> endpoints() {
        return Set.copyOf(endpoints.keySet());
    }

    /** What each endpoint sends. */
    Map<EndpointId, List<Source>> described() {
        return endpoints().stream().collect(Collectors.toUnmodifiableMap(Function.identity(), sources::of));
    }

    /** How its relays are, by the ids of the others; nothing if the videobridge does not tell, or nobody is here. */
    Optional<Map<String, RelayState>> relays() throws ColibriException {
        Optional<JvbEndpoint> any = endpoints.values().stream()
                .filter(endpoint -> !endpoint.conferenceKey().isEmpty())
                .findFirst();
        if (any.isEmpty()) {
            return Optional.empty();
        }
        String key = any.get().conferenceKey();
        return RelayState.read(server.client().debug(key, any.get().id().value()), key);
    }

    /** Sends any request about the conference. */
    JsonNode change(ObjectNode request) throws ColibriException {
        return server.client().change(id.value(), request);
    }

    ConferenceId id() {
        return id;
    }

    void create() throws ColibriException {
        server.client().create(ColibriRequests.create(id));
    }

    int size() {
        return endpoints.size();
    }

    Transport add(EndpointId endpointId, EndpointOptions options) throws BridgeException, ColibriException {
        var endpoint = new JvbEndpoint(endpointId, options);
        if (endpoints.putIfAbsent(endpointId, endpoint) != null) {
            throw new BridgeException(Reason.CONFLICT, "Endpoint " + endpointId + " is there already");
        }
        boolean added = false;
        try {
            EndpointReply reply = EndpointReply.read(change(request(endpointId)), endpointId);
            hear(endpoint, reply);
            added = true;
            return reply.transport();
        } catch (ColibriException e) {
            if (e.reason() != ColibriException.Reason.GONE || endpoints.size() > 1) {
                throw e;
            }
            EndpointReply reply = again(endpointId);
            hear(endpoint, reply);
            added = true;
            return reply.transport();
        } finally {
            if (!added) {
                endpoints.remove(endpointId, endpoint);
            }
        }
    }

    private static ObjectNode request(EndpointId endpoint) {
        return ColibriRequests.about(ColibriRequests.newEndpoint(endpoint));
    }

    /** The conference ended there with its last endpoint, and begins once more with this one. */
    private EndpointReply again(EndpointId endpoint) throws ColibriException {
        ObjectNode request = ColibriRequests.create(id);
        request.setAll(request(endpoint));
        return EndpointReply.read(server.client().create(request), endpoint);
    }

    private void hear(JvbEndpoint endpoint, EndpointReply reply) throws ColibriException {
        Optional<URI> socket = reply.socket();
        if (socket.isEmpty()) {
            throw new ColibriException(
                    ColibriException.Reason.REFUSED, "Its WebSockets are off (videobridge.websockets.enabled)");
        }
        var channel = new MessageChannel(
                server.http(),
                socket.get(),
                server.works(),
                endpoint::wishes,
                new EndpointNews(this, server, endpoint));
        endpoint.hears(socket.get(), channel);
        channel.open();
        if (!has(endpoint)) { // the conference was lost meanwhile, and has closed what it knew
            channel.close();
            throw new ColibriException(ColibriException.Reason.GONE, "The conference was lost meanwhile");
        }
    }

    void connect(EndpointId endpointId, RemoteTransport transport) throws BridgeException, ColibriException {
        JvbEndpoint endpoint = need(endpointId);
        boolean first = endpoint.answered(transport);
        boolean told = false;
        try {
            change(ColibriRequests.about(ColibriRequests.transport(endpointId, transport)));
            told = true;
        } finally {
            if (!told && first) {
                endpoint.unanswered();
            }
        }
        if (first) {
            arrivals.expect(endpoint);
        }
    }

    void setSources(EndpointId endpointId, List<Source> all) throws BridgeException, ColibriException {
        need(endpointId);
        List<Source> before = sources.put(endpointId, all);
        boolean told = false;
        try {
            change(ColibriRequests.about(ColibriRequests.sources(endpointId, all)));
            told = true;
        } finally {
            if (!told) {
                sources.putBack(endpointId, before);
            }
        }
        whole.sourcesChanged();
    }

    void want(EndpointId endpointId, ReceiverConstraints constraints) throws BridgeException {
        need(endpointId).wants(constraints);
    }

    void mute(EndpointId endpointId, boolean audio, boolean video) throws BridgeException, ColibriException {
        need(endpointId);
        change(ColibriRequests.about(ColibriRequests.mute(endpointId, audio, video)));
    }

    void remove(EndpointId endpointId) throws ColibriException {
        JvbEndpoint endpoint = endpoints.remove(endpointId);
        if (endpoint != null) {
            forget(endpoint);
            expire(endpointId);
        }
    }

    private void forget(JvbEndpoint endpoint) {
        endpoint.closeChannel();
        sources.remove(endpoint.id());
        whole.isGone(endpoint.id());
        whole.sourcesChanged();
    }

    private void expire(EndpointId endpoint) throws ColibriException {
        try {
            change(ColibriRequests.about(ColibriRequests.expire(endpoint)));
        } catch (ColibriException e) {
            if (e.reason() != ColibriException.Reason.GONE) {
                throw e;
            }
        }
    }

    /** Forgets the endpoints, and answers which. */
    List<EndpointId> closeHere() {
        List<EndpointId> closed = List.copyOf(endpoints.keySet());
        endpoints.values().forEach(JvbEndpoint::closeChannel);
        endpoints.clear();
        return closed;
    }

    /** Ends the conference there, too. */
    void end() throws ColibriException {
        closeHere();
        try {
            change(ColibriRequests.expire());
        } catch (ColibriException e) {
            if (e.reason() != ColibriException.Reason.GONE) {
                throw e;
            }
        }
    }

    /** Ends the conference there; answers whether the videobridge heard it. */
    boolean endsThere() {
        try {
            end();
            return true;
        } catch (ColibriException e) {
            log.debug("Conference {} could not be ended: {}", id, e.getMessage());
            return false;
        }
    }

    /** The conference is no more there. */
    void lost() {
        whole.lost(this);
    }

    boolean has(JvbEndpoint endpoint) {
        return endpoints.get(endpoint.id()) == endpoint;
    }

    /** Takes out an endpoint that is lost. */
    void lose(JvbEndpoint endpoint, Departure why) {
        if (endpoints.remove(endpoint.id(), endpoint)) {
            forget(endpoint);
            server.works().run(() -> {
                try {
                    expire(endpoint.id());
                } catch (ColibriException e) {
                    log.debug("Endpoint {} of {} could not be expired: {}", endpoint.id(), id, e.getMessage());
                } finally {
                    whole.departed(this, endpoint.id());
                    // Who hears it may add the endpoint again, which must not meet the expiry of the former one.
                    whole.tell(listener -> listener.endpointGone(endpoint.id(), why));
                }
            });
        }
    }

    void arrived(JvbEndpoint endpoint) {
        if (endpoint.connects()) {
            whole.tell(listener -> listener.endpointConnected(endpoint.id()));
        }
    }

    private JvbEndpoint need(EndpointId endpointId) throws BridgeException {
        JvbEndpoint endpoint = endpoints.get(endpointId);
        if (endpoint == null) {
            throw new BridgeException(Reason.NO_ENDPOINT, "No endpoint " + endpointId);
        }
        return endpoint;
    }

    void tellMaps() {
        endpoints.values().forEach(this::tellMap);
    }

    private void tellMap(JvbEndpoint endpoint) {
        synchronized (endpoint) {
            Optional<Map<String, SourceId>> map = endpoint.changedMap(sources::find);
            map.ifPresent(now -> whole.tell(listener -> listener.sourcesMapped(endpoint.id(), now)));
        }
    }

    /** The videobridge says what it sends to an endpoint, or on which mid. */
    void placed(JvbEndpoint endpoint) {
        tellMap(endpoint);
        if (endpoint.isOutOfMids(sources::find)) {
            log.info("Endpoint {} of {} is out of mids and joins anew", endpoint.id(), id);
            lose(endpoint, Departure.CLOSED);
        }
    }

    /** How high anybody wants a source of the endpoint. */
    void wanted(JvbEndpoint endpoint, String name, int maxHeight) {
        sources.find(name)
                .ifPresent(
                        source -> whole.tell(listener -> listener.senderConstraints(endpoint.id(), source, maxHeight)));
    }

    void speaks(String name) {
        whole.speaks(name);
    }

    /** One that was never connected is left to {@link Arrivals}. */
    void silent(String name) {
        endpoints.values().stream()
                .filter(endpoint -> endpoint.id().value().equals(name) && endpoint.isConnected())
                .findFirst()
                .ifPresent(endpoint -> lose(endpoint, Departure.CONSENT_LOST));
    }
}
