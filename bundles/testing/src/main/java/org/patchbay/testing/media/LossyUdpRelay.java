package org.patchbay.testing.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Stands between one client and a server on loopback, as a NAT does, and loses a share of the datagrams both ways. Which
 * ones depends on the seed alone. Datagrams that {@code spare} likes are never lost. Thread-safe.
 */
public final class LossyUdpRelay implements AutoCloseable {

    private static final int MAX_DATAGRAM = 2_048;

    private final DatagramSocket clientSide;
    private final DatagramSocket serverSide;
    private final InetSocketAddress server;
    private final Spare spare;
    private final AtomicInteger lost = new AtomicInteger();
    private volatile double loss;
    private volatile @Nullable InetSocketAddress client;

    /** Begins without loss. */
    public LossyUdpRelay(InetSocketAddress server, long seed, Spare spare) {
        try {
            this.clientSide = new DatagramSocket(0, InetAddress.getLoopbackAddress());
            this.serverSide = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.server = server;
        this.spare = spare;
        start("lossy-up", () -> relay(clientSide, serverSide, true, new Random(seed)));
        start("lossy-down", () -> relay(serverSide, clientSide, false, new Random(seed + 1)));
    }

    /** Which datagrams must arrive, for a test about something else. */
    public interface Spare {
        boolean test(byte[] datagram, int length);
    }

    private static void start(String name, Runnable work) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void relay(DatagramSocket from, DatagramSocket to, boolean up, Random random) {
        var packet = new DatagramPacket(new byte[MAX_DATAGRAM], MAX_DATAGRAM);
        while (!from.isClosed()) {
            try {
                packet.setLength(MAX_DATAGRAM);
                from.receive(packet);
                if (up) {
                    client = (InetSocketAddress) packet.getSocketAddress();
                }
                InetSocketAddress target = up ? server : client;
                if (!spare.test(packet.getData(), packet.getLength()) && random.nextDouble() < loss) {
                    lost.incrementAndGet();
                } else if (target != null) {
                    packet.setSocketAddress(target);
                    to.send(packet);
                }
            } catch (IOException e) {
                if (!from.isClosed() && !to.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    /** Where the client sends to. */
    public int port() {
        return clientSide.getLocalPort();
    }

    /** From now on loses this share, 0 to 1. */
    public void lose(double share) {
        loss = share;
    }

    /** How many datagrams were lost so far. */
    public int lost() {
        return lost.get();
    }

    @Override
    public void close() {
        clientSide.close();
        serverSide.close();
    }
}
