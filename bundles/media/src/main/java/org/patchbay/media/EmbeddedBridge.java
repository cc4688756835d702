package org.patchbay.media;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;
import org.patchbay.media.forwarding.ForwardingCounters;
import org.patchbay.media.forwarding.OpenConference;
import org.patchbay.media.forwarding.Patience;
import org.patchbay.media.forwarding.SpareTime;
import org.patchbay.media.transport.AdvertisedAddress;
import org.patchbay.media.transport.BufferShelf;
import org.patchbay.media.transport.TransportFactory;
import org.patchbay.media.transport.UdpPorts;
import org.patchbay.spi.media.BridgeEvents;
import org.patchbay.spi.media.BridgeException;
import org.patchbay.spi.media.BridgeException.Reason;
import org.patchbay.spi.media.BridgeProfile;
import org.patchbay.spi.media.BridgeStats;
import org.patchbay.spi.media.ConferenceId;
import org.patchbay.spi.media.EndpointId;
import org.patchbay.spi.media.EndpointOptions;
import org.patchbay.spi.media.MediaBridge;
import org.patchbay.spi.media.MediaClient;
import org.patchbay.spi.media.MediaClients;
import org.patchbay.spi.media.MediaTap;
import org.patchbay.spi.media.OpenTap;
import org.patchbay.spi.media.ReceiverConstraints;
import org.patchbay.spi.media.RemoteTransport;
import org.patchbay.spi.media.Source;
import org.patchbay.spi.media.Transport;

/** The bridge inside this process, and by its transports the way to others. */
@Component(
        service = {MediaBridge.class, MediaClients.class},
        configurationPid = "org.patchbay.media")
@Designate(ocd = MediaConfig.class)
public final class EmbeddedBridge implements MediaBridge, MediaClients {

    private final Map<ConferenceId, OpenConference> conferences = new ConcurrentHashMap<>();
    private final Set<OpenConference> abroad = ConcurrentHashMap.newKeySet();
    private final ForwardingCounters counters = new ForwardingCounters();
    private final TransportFactory transports;
    private final BridgeThreads threads;
    private final OpenConference.ForwardingContext context;
    private final String name;
    private final BridgeProfile profile;
    private final int maxConferences;
    private final int maxEndpoints;

    private volatile boolean stopped;

    @Activate
    public EmbeddedBridge(MediaConfig config) {
        this(config, Patience.standard());
    }

    EmbeddedBridge(MediaConfig config, Patience patience) {
        this("embedded", config, patience);
    }

    EmbeddedBridge(String name, MediaConfig config, Patience patience) {
        this.name = name;
        profile = new BridgeProfile("embedded", config.region().strip(), config.maxEndpoints());
        maxConferences = config.maxConferences();
        maxEndpoints = config.maxEndpoints();
        var shelf = new BufferShelf();
        transports = OwnClassLoader.call(() -> open(config, shelf));
        threads = new BridgeThreads(this::tick);
        threads.afterStart(transports::warmUp);
        context = new OpenConference.ForwardingContext(
                transports, shelf, counters, threads.workers(), threads.events(), new SpareTime(), patience);
    }

    private static TransportFactory open(MediaConfig config, BufferShelf shelf) {
        TransportFactory.prepareLibraries(shelf);
        var bind = AdvertisedAddress.parseAddresses("PATCHBAY_MEDIA_BIND", config.bind());
        var advertised = AdvertisedAddress.parse("PATCHBAY_MEDIA_ADDRESSES", config.addresses());
        return new TransportFactory(UdpPorts.open(config.port(), bind, advertised), shelf);
    }

    @Deactivate
    void stop() {
        stopped = true;
        conferences.keySet().forEach(this::expireConference);
        abroad.forEach(OpenConference::end);
        threads.close();
        transports.close();
    }

    private void tick() {
        conferences.values().forEach(OpenConference::tick);
        abroad.forEach(OpenConference::tick);
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
        int endpoints = endpoints();
        double load = Math.max((double) conferences.size() / maxConferences, (double) endpoints / maxEndpoints);
        boolean full = load >= 1;
        return new BridgeStats(
                !full && !stopped,
                stopped ? "The bridge was stopped" : full ? "The bridge is full" : "",
                stopped ? 0 : Math.min(1, load),
                conferences.size(),
                endpoints,
                counters.packetsReceived(),
                counters.packetsSent(),
                counters.bytesReceived(),
                counters.bytesSent(),
                counters.packetsRefused());
    }

    private int endpoints() {
        return conferences.values().stream().mapToInt(OpenConference::size).sum();
    }

    @Override
    public void createConference(ConferenceId conference, BridgeEvents listener) throws BridgeException {
        transports.warmUp();
        if (conferences.size() >= maxConferences) {
            throw new BridgeException(Reason.FULL, "The bridge has " + maxConferences + " conferences");
        }
        if (conferences.putIfAbsent(conference, new OpenConference(context, listener)) != null) {
            throw new BridgeException(Reason.CONFLICT, "Conference " + conference + " is open already");
        }
    }

    @Override
    public void expireConference(ConferenceId conference) {
        OpenConference open = conferences.remove(conference);
        if (open != null) {
            open.end();
        }
    }

    @Override
    public Transport addEndpoint(ConferenceId conference, EndpointId endpoint, EndpointOptions options)
            throws BridgeException {
        OpenConference open = find(conference);
        if (endpoints() >= maxEndpoints) {
            throw new BridgeException(Reason.FULL, "The bridge has " + maxEndpoints + " endpoints");
        }
        return OwnClassLoader.call(() -> open.add(endpoint, options));
    }

    @Override
    public void setRemoteTransport(ConferenceId conference, EndpointId endpoint, RemoteTransport transport)
            throws BridgeException {
        OpenConference open = find(conference);
        OwnClassLoader.call(() -> {
            open.connect(endpoint, transport);
            return open;
        });
    }

    @Override
    public void setSources(ConferenceId conference, EndpointId endpoint, List<Source> sources) throws BridgeException {
        find(conference).setSources(endpoint, List.copyOf(sources));
    }

    @Override
    public void setReceiverConstraints(ConferenceId conference, EndpointId endpoint, ReceiverConstraints constraints)
            throws BridgeException {
        find(conference).setConstraints(endpoint, constraints);
    }

    @Override
    public void forceMute(ConferenceId conference, EndpointId endpoint, boolean audio, boolean video)
            throws BridgeException {
        find(conference).mute(endpoint, audio, video);
    }

    @Override
    public void expireEndpoint(ConferenceId conference, EndpointId endpoint) throws BridgeException {
        OpenConference open = conferences.get(conference);
        if (open != null) {
            open.remove(endpoint);
        }
    }

    @Override
    public OpenTap tap(ConferenceId conference, MediaTap tap) throws BridgeException {
        return find(conference).tap(tap);
    }

    @Override
    public MediaClient listen(MediaTap tap, BridgeEvents events) {
        transports.warmUp();
        var conference = new OpenConference(context.abroad(), events);
        abroad.add(conference);
        return new ListeningClient(conference, tap, () -> abroad.remove(conference));
    }

    private OpenConference find(ConferenceId conference) throws BridgeException {
        OpenConference open = conferences.get(conference);
        if (open == null) {
            throw new BridgeException(Reason.NO_CONFERENCE, "No conference " + conference);
        }
        return open;
    }
}
