package org.patchbay.media.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import org.ice4j.Transport;
import org.ice4j.TransportAddress;
import org.ice4j.ice.Agent;
import org.ice4j.ice.harvest.SinglePortUdpHarvester;
import org.patchbay.spi.media.Candidate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one UDP port of the bridge, open on one or more addresses, and the candidates that lead to it. Thread-safe. */
public final class UdpPorts implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(UdpPorts.class);
    private static final int MAX_ADDRESSES = 16;

    /** Type preference of a host candidate and component 1 (RFC 8445, section 5.1.2.1). */
    private static final long HOST_PRIORITY = 126L << 24 | 255;

    private final List<SinglePortUdpHarvester> harvesters;
    private final List<Candidate> candidates;

    private UdpPorts(List<SinglePortUdpHarvester> harvesters, List<Candidate> candidates) {
        this.harvesters = List.copyOf(harvesters);
        this.candidates = List.copyOf(candidates);
    }

    /**
     * Opens the port; 0 takes any free one.
     *
     * @param bind the addresses to listen on; empty for all of this machine
     * @param advertised what candidates say instead of the addresses listened on; empty for those themselves
     * @throws IllegalStateException if the port is in use
     */
    public static UdpPorts open(int port, List<InetAddress> bind, List<AdvertisedAddress> advertised) {
        List<SinglePortUdpHarvester> open = new ArrayList<>();
        List<InetAddress> addresses = bind.isEmpty() ? ownAddresses() : bind;
        int actualPort = port;
        for (InetAddress address : addresses) {
            try {
                var harvester = new SinglePortUdpHarvester(new TransportAddress(address, actualPort, Transport.UDP));
                actualPort = harvester.getLocalAddress().getPort();
                open.add(harvester);
            } catch (IOException e) {
                open.forEach(SinglePortUdpHarvester::close);
                throw new IllegalStateException(
                        "UDP port " + port + " on " + address.getHostAddress() + " cannot be opened (" + e.getMessage()
                                + "); choose another with PATCHBAY_MEDIA_PORT, or the address with PATCHBAY_MEDIA_BIND",
                        e);
            }
        }
        List<AdvertisedAddress> told = advertised.isEmpty()
                ? addresses.stream().map(AdvertisedAddress::of).toList()
                : advertised;
        return new UdpPorts(open, candidates(told, actualPort));
    }

    private static List<Candidate> candidates(List<AdvertisedAddress> addresses, int ownPort) {
        List<Candidate> candidates = new ArrayList<>();
        for (AdvertisedAddress address : addresses) {
            int number = candidates.size() + 1;
            long priority = HOST_PRIORITY | (65_536L - number) << 8;
            candidates.add(new Candidate(
                    Integer.toString(number),
                    "udp",
                    priority,
                    address.host(),
                    address.port().orElse(ownPort),
                    Candidate.Type.HOST));
        }
        return candidates;
    }

    /** Addresses of interfaces that are up; loopback only if there is nothing else. */
    private static List<InetAddress> ownAddresses() {
        try {
            List<InetAddress> found = NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLinkLocalAddress() && !address.isLoopbackAddress())
                    .filter(UdpPorts::isUsable)
                    .limit(MAX_ADDRESSES)
                    .toList();
            return found.isEmpty() ? List.of(InetAddress.getLoopbackAddress()) : found;
        } catch (SocketException e) {
            log.warn("The addresses of this machine are unknown, media is served on loopback only", e);
            return List.of(InetAddress.getLoopbackAddress());
        }
    }

    private static boolean isUsable(InetAddress address) {
        try {
            NetworkInterface network = NetworkInterface.getByInetAddress(address);
            return network != null && network.isUp();
        } catch (SocketException e) {
            return false;
        }
    }

    /** What leads here, best first. */
    public List<Candidate> candidates() {
        return candidates;
    }

    void addTo(Agent agent) {
        harvesters.forEach(agent::addCandidateHarvester);
    }

    @Override
    public void close() {
        harvesters.forEach(SinglePortUdpHarvester::close);
    }
}
