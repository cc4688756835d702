package org.patchbay.jvb.bridge;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.patchbay.api.Network;
import org.patchbay.api.http.TrustedHttp;
import org.patchbay.jvb.colibri.ColibriClient;
import org.patchbay.spi.media.BridgeEvents;
import org.patchbay.spi.media.BridgeException;
import org.patchbay.spi.media.BridgeException.Reason;
import org.patchbay.spi.media.BridgeProfile;
import org.patchbay.spi.media.BridgeStats;
import org.patchbay.spi.media.ConferenceId;
import org.patchbay.spi.media.EndpointId;
import org.patchbay.spi.media.EndpointOptions;
import org.patchbay.spi.media.MediaBridge;
import org.patchbay.spi.media.MediaClients;
import org.patchbay.spi.media.MediaTap;
import org.patchbay.spi.media.OpenTap;
import org.patchbay.spi.media.ReceiverConstraints;
import org.patchbay.spi.media.RemoteTransport;
import org.patchbay.spi.media.Source;
import org.patchbay.spi.media.Transport;

/** One Jitsi Videobridge. It works from {@link #start()} to {@link #close()}. */
public final class JvbBridge implements MediaBridge, AutoCloseable {

    /** The kind in its profile. */
    public static final String KIND = "jitsi-videobridge";

    private final Server server;
    private final Supplier<Optional<MediaClients>> clients;
    private volatile BridgeProfile profile;

    /** A bridge to the videobridge whose private REST interface is at this address; by the clients it is listened to. */
    public JvbBridge(
            String name,
            URI url,
            String region,
            int capacity,
            TrustedHttp http,
            Timing timing,
            Supplier<Optional<MediaClients>> clients) {
        this.clients = clients;
        this.profile = new BridgeProfile(KIND, region, capacity);
        var client = new ColibriClient(http, url, timing.request());
        this.server = new Server(name, capacity, client, http, timing, JvbConference::lost);
    }

    /** From now on people of these networks belong to its region; what is on it stays. */
    public void serves(List<Network> networks) {
        profile = new BridgeProfile(KIND, profile.region(), profile.capacity(), networks);
    }

    /**
     * Tells the name of another one each time that the two do not hear each other in a conference, and are linked anew. The
     * listener must return soon.
     */
    public void onUnheard(Consumer<String> listener) {
        server.onUnheard(listener);
    }

    /** Begins to look at the videobridge. */
    public void start() {
        server.start();
    }

    /** Ends what is there of every conference, here at once and there if it answers. */
    @Override
    public void close() {
        boolean answers = server.health().isUp();
        server.close();
        for (JvbConference leg : server.legs()) {
            leg.lost();
            answers = answers && leg.endsThere();
        }
        server.stop();
    }

    @Override
    public String name() {
        return server.name();
    }

    @Override
    public BridgeProfile profile() {
        return profile;
    }

    @Override
    public BridgeStats stats() {
        return server.health().stats(profile.capacity());
    }

    @Override
    public void createConference(ConferenceId id, BridgeEvents listener) throws BridgeException {
        if (server.conference(id).isPresent()) {
            throw new BridgeException(Reason.CONFLICT, "Conference " + id + " is open already");
        }
        new Cascade(id, listener).begin(server);
    }

    @Override
    public void expireConference(ConferenceId id) throws BridgeException {
        Optional<Cascade> conference = server.conference(id);
        if (conference.isPresent()) {
            conference.get().end();
        }
    }

    @Override
    public boolean carries(ConferenceId id) {
        return server.conference(id).filter(one -> one.isOn(server)).isPresent();
    }

    @Override
    public void widen(ConferenceId id, MediaBridge other) throws BridgeException {
        if (!(other instanceof JvbBridge videobridge)) {
            throw new BridgeException(Reason.UNSUPPORTED, other.name() + " is no videobridge");
        }
        need(id).widen(videobridge.server);
    }

    @Override
    public Transport addEndpoint(ConferenceId id, EndpointId endpoint, EndpointOptions options) throws BridgeException {
        return need(id).add(endpoint, options, server);
    }

    @Override
    public void setRemoteTransport(ConferenceId id, EndpointId endpoint, RemoteTransport transport)
            throws BridgeException {
        need(id).connect(endpoint, transport);
    }

    @Override
    public void setSources(ConferenceId id, EndpointId endpoint, List<Source> sources) throws BridgeException {
        need(id).setSources(endpoint, List.copyOf(sources));
    }

    @Override
    public void setReceiverConstraints(ConferenceId id, EndpointId endpoint, ReceiverConstraints constraints)
            throws BridgeException {
        need(id).want(endpoint, constraints);
    }

    @Override
    public void forceMute(ConferenceId id, EndpointId endpoint, boolean audio, boolean video) throws BridgeException {
        need(id).mute(endpoint, audio, video);
    }

    @Override
    public void expireEndpoint(ConferenceId id, EndpointId endpoint) throws BridgeException {
        Optional<Cascade> conference = server.conference(id);
        if (conference.isPresent()) {
            conference.get().remove(endpoint);
        }
    }

    @Override
    public OpenTap tap(ConferenceId id, MediaTap tap) throws BridgeException {
        MediaClients listening = clients.get()
                .orElseThrow(() -> new BridgeException(Reason.UNSUPPORTED, "Nothing is here to listen by"));
        return need(id).tap(tap, listening);
    }

    private Cascade need(ConferenceId id) throws BridgeException {
        return server.conference(id)
                .orElseThrow(() -> new BridgeException(Reason.NO_CONFERENCE, "No conference " + id));
    }
}
