package org.patchbay.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import org.patchbay.media.forwarding.BareConference;
import org.patchbay.media.transport.BareSrtp;
import org.patchbay.media.transport.BenchPackets;
import org.patchbay.media.transport.BenchSender;
import org.patchbay.media.transport.BufferShelf;
import org.patchbay.media.transport.LoopbackPeer;
import org.patchbay.media.transport.SrtpStream;
import org.patchbay.media.transport.TransportFactory;
import org.patchbay.spi.media.BridgeException;
import org.patchbay.testing.media.TestConference;

/**
 * Measures what forwarding costs with four participants who send camera and microphone to each other, in CPU time for each
 * RTP packet that goes out, and prints it as ratios of the bare SRTP library in the same run:
 *
 * <ul>
 *   <li>{@code forwarding}: from the datagram that came to those that go out, without sockets, against the library
 *       decrypting and encrypting one packet;
 *   <li>{@code with sockets}: all threads of a whole bridge, against one thread that receives, decrypts, and encrypts and
 *       sends to each receiver. What the system takes for a datagram outweighs everything else here.
 * </ul>
 */
public final class MediaBench {

    private static final int PARTICIPANTS = 4;
    private static final int RUNS = 5;
    private static final double LIMIT = 2.0;
    private static final long GAP_NANOS = 3_000_000;
    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final Duration MEASURED = Duration.ofSeconds(6);

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    private MediaBench() {}

    public static void main(String[] args) throws BridgeException {
        boolean good = new MediaBench().run();
        System.exit(good ? 0 : 1); // not all threads of the libraries are daemons
    }

    private boolean run() throws BridgeException {
        TransportFactory.prepareLibraries(new BufferShelf()); // the same AES for all
        double bare = Double.MAX_VALUE;
        double forwarding = Double.MAX_VALUE;
        for (int i = 0; i < RUNS; i++) {
            bare = Math.min(bare, BareSrtp.microsPerPacket());
            forwarding = Math.min(forwarding, BareConference.microsPerPacket(PARTICIPANTS));
        }
        double relay = relayMicros();
        double bridge = bridgeMicros();
        double ratio = forwarding / bare;
        print(
                "media: forwarding %.2f of bare SRTP (limit %.1f): %.2f us against %.2f us%n",
                ratio, LIMIT, forwarding, bare);
        print(
                "media: with sockets %.2f of bare SRTP between sockets: %.1f us against %.1f us%n",
                bridge / relay, bridge, relay);
        print(
                "media: load average %.1f%n",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        return ratio <= LIMIT;
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }

    private double relayMicros() {
        try (var sink = new DatagramSocket(0, InetAddress.getLoopbackAddress());
                var source = new DatagramSocket(0, InetAddress.getLoopbackAddress());
                var relay = new BareSrtp.Relay(PARTICIPANTS - 1, sink)) {
            SrtpStream client = BenchPackets.client().sender(1);
            var to = new InetSocketAddress(InetAddress.getLoopbackAddress(), relay.port());
            var packet = new byte[BenchPackets.ROOM];
            Turns turns = turn -> {
                for (int i = 0; i < PARTICIPANTS; i++) {
                    int number = turn * PARTICIPANTS + i;
                    int length = BenchPackets.write(packet, 1, number, BenchPackets.isAudio(turn));
                    send(source, new DatagramPacket(packet, client.protect(packet, 0, length), to));
                }
            };
            take(turns, 0, WARM_UP);
            long cpu = relay.cpuNanos();
            long sent = relay.sent();
            take(turns, (int) (WARM_UP.toNanos() / GAP_NANOS) + 1, MEASURED);
            return (relay.cpuNanos() - cpu) / 1e3 / (relay.sent() - sent);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void send(DatagramSocket socket, DatagramPacket packet) {
        try {
            socket.send(packet);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private double bridgeMicros() {
        EmbeddedBridge bridge = TestBridges.onLoopback();
        try (var conference = new TestConference(bridge, LoopbackPeer::new)) {
            List<BenchSender> senders = new ArrayList<>();
            for (int i = 0; i < PARTICIPANTS; i++) {
                var peer = new LoopbackPeer();
                var member = conference.join("aaaa000" + i, peer, 1_000L * (i + 1));
                conference.awaitConnected(member);
                peer.goDeaf();
                senders.add(new BenchSender(peer, member.audio(), member.camera()));
            }
            Turns turns = turn -> senders.forEach(sender -> sender.send(BenchPackets.isAudio(turn)));
            take(turns, 0, WARM_UP);
            long cpu = bridgeCpuNanos();
            long sent = bridge.stats().packetsSent();
            take(turns, 0, MEASURED);
            return (bridgeCpuNanos() - cpu) / 1e3 / (bridge.stats().packetsSent() - sent);
        } finally {
            TestBridges.stop(bridge);
        }
    }

    private long bridgeCpuNanos() {
        long total = 0;
        for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            String name = thread == null ? "" : thread.getThreadName();
            if (thread != null && (name.startsWith("media-") || name.contains("ice4j"))) {
                total += Math.max(0, threads.getThreadCpuTime(thread.getThreadId()));
            }
        }
        return total;
    }

    private interface Turns {
        void take(int turn);
    }

    /** One turn every few milliseconds, as cameras and microphones send. */
    private static void take(Turns turns, int first, Duration duration) {
        long start = System.nanoTime();
        for (int turn = 0; turn < duration.toNanos() / GAP_NANOS; turn++) {
            turns.take(first + turn);
            long next = start + (turn + 1) * GAP_NANOS;
            while (System.nanoTime() < next) {
                LockSupport.parkNanos(next - System.nanoTime());
            }
        }
    }
}
