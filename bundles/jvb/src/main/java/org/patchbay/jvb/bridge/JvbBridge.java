package org.patchbay.jvb.bridge;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.patchbay.api.http.TrustedHttp;
import org.patchbay.jvb.colibri.ColibriClient;
import org.patchbay.jvb.colibri.ColibriException;
import org.patchbay.spi.media.BridgeEvents;
import org.patchbay.spi.media.BridgeException;
import org.patchbay.spi.media.BridgeException.Reason;
import org.patchbay.spi.media.BridgeProfile;
import org.patchbay.spi.media.BridgeStats;
import org.patchbay.spi.media.ConferenceId;
import org.patchbay.spi.media.EndpointId;
import org.patchbay.spi.media.EndpointOptions;
import org.patchbay.spi.media.MediaBridge;
import org.patchbay.spi.media.ReceiverConstraints;
import org.patchbay.spi.media.RemoteTransport;
import org.patchbay.spi.media.Source;
import org.patchbay.spi.media.Transport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One Jitsi Videobridge. It works from {@link #start()} to {@link #close()}. */
public final class JvbBridge implements MediaBridge, AutoCloseable {

    /** The kind in its profile. */
    public static final String KIND = "jitsi-videobridge";

    private static final Logger log = LoggerFactory.getLogger(JvbBridge.class);

    private final Map<ConferenceId, JvbConference> conferences = new ConcurrentHashMap<>();
    private final String name;
    private final BridgeProfile profile;
    private final ServerWatch watch;
    private final Works works;
    private final JvbConference.Link link;

    /** A bridge to the videobridge whose private REST interface is at this address. */
    public JvbBridge(String name, URI url, String region, int capacity, TrustedHttp http, Timing timing) {
        this.name = name;
        this.profile = new BridgeProfile(KIND, region, capacity);
        var client = new ColibriClient(http, url, timing.request());
        this.works = new Works(name);
        this.watch = new ServerWatch(name, client, timing, this::down);
        this.link = new JvbConference.Link(client, http, works, watch::suspect);
    }

    /** Begins to look at the videobridge. */
    public void start() {
        watch.start();
    }

    /** Ends every conference, here at once and there if it answers. */
    @Override
    public void close() {
        boolean answers = watch.health().isUp();
        watch.close();
        for (JvbConference conference : List.copyOf(conferences.values())) {
            conference.lost();
            answers = answers && conference.endsThere();
        }
        works.close();
    }

    private void down() {
        log.warn("The videobridge {} is down: {}", name, watch.health().detail());
        conferences.values().forEach(JvbConference::lost);
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
        return watch.health().stats(profile.capacity());
    }

    @Override
    public void createConference(ConferenceId id, BridgeEvents listener) throws BridgeException {
        requireUp();
        requireRoom();
        var conference = new JvbConference(id, listener, link, gone -> conferences.remove(id, gone));
        if (conferences.putIfAbsent(id, conference) != null) {
            throw new BridgeException(Reason.CONFLICT, "Conference " + id + " is open already");
        }
        boolean created = false;
        try {
            conference.create();
            created = true;
        } catch (ColibriException e) {
            throw translated(e);
        } finally {
            if (!created) {
                conferences.remove(id, conference);
            }
        }
    }

    @Override
    public void expireConference(ConferenceId id) throws BridgeException {
        JvbConference conference = conferences.remove(id);
        if (conference == null) {
            return;
        }
        try {
            conference.end();
        } catch (ColibriException e) {
            throw translated(e);
        }
    }

    @Override
    public Transport addEndpoint(ConferenceId id, EndpointId endpoint, EndpointOptions options) throws BridgeException {
        requireRoom();
        return ask(id, conference -> conference.add(endpoint, options));
    }

    @Override
    public void setRemoteTransport(ConferenceId id, EndpointId endpoint, RemoteTransport transport)
            throws BridgeException {
        tell(id, conference -> conference.connect(endpoint, transport));
    }

    @Override
    public void setSources(ConferenceId id, EndpointId endpoint, List<Source> sources) throws BridgeException {
        tell(id, conference -> conference.setSources(endpoint, List.copyOf(sources)));
    }

    @Override
    public void setReceiverConstraints(ConferenceId id, EndpointId endpoint, ReceiverConstraints constraints)
            throws BridgeException {
        tell(id, conference -> conference.want(endpoint, constraints));
    }

    @Override
    public void forceMute(ConferenceId id, EndpointId endpoint, boolean audio, boolean video) throws BridgeException {
        tell(id, conference -> conference.mute(endpoint, audio, video));
    }

    @Override
    public void expireEndpoint(ConferenceId id, EndpointId endpoint) throws BridgeException {
        if (conferences.containsKey(id)) {
            tell(id, conference -> conference.remove(endpoint));
        }
    }

    private void requireUp() throws BridgeException {
        ServerHealth health = watch.health();
        if (!health.isUp()) {
            throw new BridgeException(Reason.UNAVAILABLE, name + " is down: " + health.detail());
        }
    }

    private void requireRoom() throws BridgeException {
        ServerHealth health = watch.health();
        int here = conferences.values().stream().mapToInt(JvbConference::size).sum();
        boolean full =
                profile.capacity() > 0 && Math.max(here, health.counters().participants()) >= profile.capacity();
        if (health.isUp() && (!health.takesMore() || full)) {
            throw new BridgeException(Reason.FULL, name + " takes no more participants");
        }
    }

    private void tell(ConferenceId id, Tell tell) throws BridgeException {
        ask(id, conference -> {
            tell.to(conference);
            return conference;
        });
    }

    private <T> T ask(ConferenceId id, Ask<T> ask) throws BridgeException {
        JvbConference conference = conferences.get(id);
        if (conference == null) {
            throw new BridgeException(Reason.NO_CONFERENCE, "No conference " + id);
        }
        requireUp();
        try {
            return ask.of(conference);
        } catch (ColibriException e) {
            if (e.reason() == ColibriException.Reason.GONE) {
                conference.lost();
            }
            throw translated(e);
        }
    }

    private BridgeException translated(ColibriException failure) {
        Reason reason =
                switch (failure.reason()) {
                    case GONE -> Reason.NO_CONFERENCE;
                    case BUSY -> Reason.FULL;
                    case REFUSED -> isConflict(failure) ? Reason.CONFLICT : Reason.UNAVAILABLE;
                    case UNREACHABLE -> Reason.UNAVAILABLE;
                };
        if (reason == Reason.UNAVAILABLE) {
            log.warn("The videobridge {} did not do what it was asked: {}", name, failure.getMessage());
            watch.suspect();
        }
        return new BridgeException(reason, name + ": " + failure.getMessage(), failure);
    }

    private static boolean isConflict(ColibriException failure) {
        return String.valueOf(failure.getMessage()).contains("already exists");
    }

    /** Something asked about a conference. */
    private interface Ask<T> {
        T of(JvbConference conference) throws BridgeException, ColibriException;
    }

    /** Something told about a conference. */
    private interface Tell {
        void to(JvbConference conference) throws BridgeException, ColibriException;
    }
}
