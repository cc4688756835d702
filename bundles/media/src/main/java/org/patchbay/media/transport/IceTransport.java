package org.patchbay.media.transport;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ice4j.Transport;
import org.ice4j.TransportAddress;
import org.ice4j.ice.Agent;
import org.ice4j.ice.CandidateType;
import org.ice4j.ice.Component;
import org.ice4j.ice.IceMediaStream;
import org.ice4j.ice.IceProcessingState;
import org.ice4j.ice.KeepAliveStrategy;
import org.ice4j.ice.RemoteCandidate;
import org.ice4j.util.BufferHandler;
import org.jitsi.utils.logging2.LoggerImpl;
import org.patchbay.spi.media.Candidate;
import org.patchbay.spi.media.RemoteTransport;

/** The controlling side of one ICE session with one component (RFC 8445), and its consent (RFC 7675). Thread-safe. */
final class IceTransport {

    private static final String STREAM = "media";
    private static final Pattern LITERAL = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F.]*:[0-9a-fA-F:.]*");

    private final Agent agent;
    private final IceMediaStream stream;
    private final Component component;
    private final AtomicBoolean established = new AtomicBoolean();
    private volatile long consentAt;

    IceTransport(UdpPorts ports, BufferHandler handler, Listener listener) throws IOException {
        agent = new Agent(new LoggerImpl(IceTransport.class.getName(), java.util.logging.Level.SEVERE));
        agent.setUseDynamicPorts(false);
        agent.setControlling(true);
        agent.setPerformConsentFreshness(true);
        ports.addTo(agent);
        stream = agent.createMediaStream(STREAM);
        component = agent.createComponent(stream, KeepAliveStrategy.SELECTED_ONLY, false);
        component.setBufferCallback(handler);
        agent.addStateChangeListener(event -> onState((IceProcessingState) event.getNewValue(), listener));
        stream.addPairChangeListener(event -> {
            if (IceMediaStream.PROPERTY_PAIR_CONSENT_FRESHNESS_CHANGED.equals(event.getPropertyName())) {
                consentAt = System.nanoTime();
            }
        });
    }

    /** Hears what becomes of the session; must not block. */
    interface Listener {

        void connected();

        void failed();
    }

    private void onState(IceProcessingState state, Listener listener) {
        if (state.isEstablished() && established.compareAndSet(false, true)) {
            consentAt = System.nanoTime();
            listener.connected();
        } else if (state == IceProcessingState.FAILED) {
            listener.failed();
        }
    }

    String ufrag() {
        return agent.getLocalUfrag();
    }

    String pwd() {
        return agent.getLocalPassword();
    }

    /** Starts checking; to be called once. */
    void connect(RemoteTransport remote) {
        stream.setRemoteUfrag(remote.ufrag());
        stream.setRemotePassword(remote.pwd());
        remoteCandidates(remote.candidates()).forEach(component::addRemoteCandidate);
        agent.startConnectivityEstablishment();
    }

    /** Adds what the client found later. */
    void addCandidates(List<Candidate> candidates) {
        remoteCandidates(candidates).forEach(component::addUpdateRemoteCandidates);
        component.updateRemoteCandidates();
    }

    /** Names (mDNS) are left out and never looked up: such a client is found by its checks. */
    private Stream<RemoteCandidate> remoteCandidates(List<Candidate> candidates) {
        return candidates.stream()
                .filter(candidate -> candidate.protocol().equals("udp") && candidate.port() > 0)
                .filter(candidate -> LITERAL.matcher(candidate.address()).matches())
                .map(candidate -> new RemoteCandidate(
                        new TransportAddress(candidate.address(), candidate.port(), Transport.UDP),
                        component,
                        type(candidate.type()),
                        candidate.foundation(),
                        candidate.priority(),
                        null));
    }

    private static CandidateType type(Candidate.Type type) {
        return switch (type) {
            case HOST -> CandidateType.HOST_CANDIDATE;
            case SRFLX -> CandidateType.SERVER_REFLEXIVE_CANDIDATE;
            case PRFLX -> CandidateType.PEER_REFLEXIVE_CANDIDATE;
            case RELAY -> CandidateType.RELAYED_CANDIDATE;
        };
    }

    /** When the peer last consented to receive, by {@link System#nanoTime}; only once connected. */
    long consentAt() {
        return consentAt;
    }

    /** Sends a datagram if there is a way; false if it could not be sent. */
    boolean send(byte[] buffer, int offset, int length) {
        try {
            component.send(buffer, offset, length);
            return true;
        } catch (IOException e) {
            return false; // no pair yet, or the network is away; media and handshakes live with loss
        }
    }

    void close() {
        agent.free();
    }
}
