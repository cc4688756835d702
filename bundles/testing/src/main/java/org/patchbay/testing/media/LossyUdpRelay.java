package org.patchbay.testing.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Stands between one client and a server on loopback, as a NAT does, and loses a share of the datagrams both ways, delays
 * them, and carries no more than it is told to. Which are lost depends on the seed alone. Datagrams that {@code spare}
 * likes are never lost. Thread-safe.
 */
public final class LossyUdpRelay implements AutoCloseable {

    private static final int MAX_DATAGRAM = 2_048;
    private static final long LONGEST_QUEUE_NANOS = 1_000_000_000;
    private static final double NANOS_PER_SECOND = 1e9;

    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "lossy-later");
        thread.setDaemon(true);
        return thread;
    });
    private final DatagramSocket clientSide;
    private final DatagramSocket serverSide;
    private final InetSocketAddress server;
    private final Spare spare;
    private final AtomicInteger lost = new AtomicInteger();
    private volatile double loss;
    private volatile long delayNanos;
    private volatile long bitsPerSecond;
    private volatile @Nullable InetSocketAddress client;

    /** Begins without loss, delay and limit. */
    public LossyUdpRelay(InetSocketAddress server, long seed, Spare spare) {
        try {
            this.clientSide = new DatagramSocket(0, InetAddress.getLoopbackAddress());
            this.serverSide = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.server = server;
        this.spare = spare;
        start("lossy-up", new Direction(clientSide, serverSide, true, new Random(seed)));
        start("lossy-down", new Direction(serverSide, clientSide, false, new Random(seed + 1)));
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

    /** One way through. */
    private final class Direction implements Runnable {

        private final DatagramSocket from;
        private final DatagramSocket to;
        private final boolean up;
        private final Random random;
        private long freeAt = System.nanoTime();

        Direction(DatagramSocket from, DatagramSocket to, boolean up, Random random) {
            this.from = from;
            this.to = to;
            this.up = up;
            this.random = random;
        }

        @Override
        public void run() {
            var packet = new DatagramPacket(new byte[MAX_DATAGRAM], MAX_DATAGRAM);
            while (!from.isClosed()) {
                try {
                    packet.setLength(MAX_DATAGRAM);
                    from.receive(packet);
                    if (up) {
                        client = (InetSocketAddress) packet.getSocketAddress();
                    }
                    pass(packet);
                } catch (IOException e) {
                    if (!from.isClosed() && !to.isClosed()) {
                        throw new UncheckedIOException(e);
                    }
                }
            }
        }

        private void pass(DatagramPacket packet) throws IOException {
            InetSocketAddress target = up ? server : client;
            boolean spared = spare.test(packet.getData(), packet.getLength());
            long wait = waiting(packet.getLength());
            boolean full = wait - delayNanos > LONGEST_QUEUE_NANOS;
            if (!spared && (full || random.nextDouble() < loss)) {
                lost.incrementAndGet();
            } else if (target != null && wait <= 0) {
                packet.setSocketAddress(target);
                to.send(packet);
            } else if (target != null) {
                byte[] copy = Arrays.copyOf(packet.getData(), packet.getLength());
                var unused = later.schedule(
                        () -> send(new DatagramPacket(copy, copy.length, target)), wait, TimeUnit.NANOSECONDS);
            }
        }

        /** How long until a datagram of that size is through. */
        private long waiting(int length) {
            long limit = bitsPerSecond;
            long now = System.nanoTime();
            if (limit == 0) {
                return delayNanos;
            }
            long start = Math.max(freeAt, now);
            long end = start + (long) (length * 8 * NANOS_PER_SECOND / limit);
            if (end - now <= LONGEST_QUEUE_NANOS) {
                freeAt = end; // what does not fit takes no room
            }
            return end - now + delayNanos;
        }

        private void send(DatagramPacket packet) {
            try {
                to.send(packet);
            } catch (IOException e) {
                if (!to.isClosed()) {
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

    /** From now on delays everything by so much, each way. */
    public void delay(Duration time) {
        delayNanos = time.toNanos();
    }

    /** From now on carries so much each way, and loses what would wait for more than a second; 0 for no limit. */
    public void carry(long bits) {
        bitsPerSecond = bits;
    }

    /** How many datagrams were lost so far. */
    public int lost() {
        return lost.get();
    }

    @Override
    public void close() {
        clientSide.close();
        serverSide.close();
        later.shutdownNow();
    }
}
