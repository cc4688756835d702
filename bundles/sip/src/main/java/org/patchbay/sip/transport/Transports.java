package org.patchbay.sip.transport;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.patchbay.api.Network;

/** Every way in and out. Thread-safe. */
public final class Transports implements AutoCloseable {

    private static final int LOOPS = 2;

    /** How many free ports are tried. */
    private static final int TRIES = 20;

    private final EventLoopGroup loops =
            new MultiThreadIoEventLoopGroup(LOOPS, new DefaultThreadFactory("sip-io", true), NioIoHandler.newFactory());
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final OwnAddress own;
    private final UdpTransport udp;
    private final StreamTransport tcp;
    private final Optional<StreamTransport> tls;

    /**
     * What is opened. Immutable.
     *
     * @param address the one that is listened on; empty for every
     * @param advertised by which peers outside reach this machine; empty where they reach it by its own
     * @param port of UDP and TCP; 0 for any that is free
     * @param tlsPort 0 for any that is free, -1 for none
     * @param keystore the PKCS12 file of the platform
     * @param shared whether something else of this machine may listen at the port of UDP, too, at another address
     */
    public record Settings(
            String address,
            String advertised,
            int port,
            int tlsPort,
            Path keystore,
            String keystorePassword,
            int mostConnections,
            int mostConnectionsOfOneAddress,
            boolean shared) {}

    /** Opens all, or throws {@link IllegalStateException} and has opened nothing. */
    public Transports(Settings settings, Receiver receiver) {
        this.own = new OwnAddress(Network.address(settings.advertised()));
        var gate = new ConnectionGate(settings.mostConnections(), settings.mostConnectionsOfOneAddress());
        open.push(this::stopLoops);
        try {
            Pair pair = pair(settings, gate, receiver);
            udp = pair.udp();
            tcp = pair.tcp();
            tls = settings.tlsPort() < 0
                    ? Optional.empty()
                    : Optional.of(opened(new StreamTransport(
                            loops,
                            at(settings.address(), settings.tlsPort()),
                            Optional.of(new TlsKeys(settings.keystore(), settings.keystorePassword())),
                            gate,
                            receiver)));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** UDP and TCP at one port. */
    private record Pair(UdpTransport udp, StreamTransport tcp) {}

    /** A port that is free for UDP may be taken for TCP: where any will do, the next one is tried. */
    private Pair pair(Settings settings, ConnectionGate gate, Receiver receiver) {
        for (int left = settings.port() == 0 ? TRIES : 1; ; left--) {
            var datagrams =
                    opened(new UdpTransport(at(settings.address(), settings.port()), settings.shared(), receiver));
            var same = at(settings.address(), datagrams.address().getPort());
            try {
                return new Pair(datagrams, opened(new StreamTransport(loops, same, Optional.empty(), gate, receiver)));
            } catch (IllegalStateException e) {
                if (left == 1) {
                    throw e;
                }
                open.pop();
                datagrams.close();
            }
        }
    }

    private static InetSocketAddress at(String address, int port) {
        return address.isBlank() ? new InetSocketAddress(port) : new InetSocketAddress(address, port);
    }

    private <T extends AutoCloseable> T opened(T transport) {
        open.push(transport);
        return transport;
    }

    /** For whoever looks names up. */
    public EventLoopGroup loops() {
        return loops;
    }

    /** The port of UDP and TCP. */
    public int port() {
        return udp.address().getPort();
    }

    /** The port of TLS; empty when it is off. */
    public Optional<Integer> tlsPort() {
        return tls.map(present -> present.address().getPort());
    }

    /** How many connections there are. */
    public int connections() {
        return tcp.connections() + tls.map(StreamTransport::connections).orElse(0);
    }

    /**
     * The way to a peer.
     *
     * @param name the one that its certificate must have
     * @throws IllegalStateException if nothing of this kind is open
     */
    public Flow to(Transport transport, InetSocketAddress remote, String name) {
        return switch (transport) {
            case UDP -> udp.to(remote);
            case TCP -> tcp.to(remote, name);
            case TLS ->
                tls.orElseThrow(() -> new IllegalStateException("TLS is off")).to(remote, name);
            case WS, WSS -> throw new IllegalStateException("Nobody connects to a browser");
        };
    }

    /** This machine as the peer reaches it: what stands in Via and Contact. */
    public InetSocketAddress own(Flow flow) {
        InetAddress peer = flow.remote().getAddress();
        int port = flow.transport() == Transport.TLS ? tlsPort().orElseGet(this::port) : port();
        return InetSocketAddress.createUnresolved(own.toward(peer), port);
    }

    private void stopLoops() {
        loops.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly();
    }

    @Override
    public void close() {
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
