package org.patchbay.media.transport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.concurrent.atomic.AtomicLong;

/** What the SRTP library costs with nothing around it, and with nothing but sockets around it. */
public final class BareSrtp {

    private static final int PACKETS = 30_000;

    private BareSrtp() {}

    /** CPU time to decrypt and encrypt one packet, in microseconds. */
    public static double microsPerPacket() {
        var threads = ManagementFactory.getThreadMXBean();
        SrtpStream client = BenchPackets.client().sender(1);
        SrtpStream in = BenchPackets.server().receiver(1);
        SrtpStream out = BenchPackets.server().sender(1);
        var packets = new byte[PACKETS][BenchPackets.ROOM];
        var lengths = new int[PACKETS];
        for (int i = 0; i < PACKETS; i++) {
            lengths[i] = client.protect(packets[i], 0, BenchPackets.write(packets[i], 1, i, BenchPackets.isAudio(i)));
        }
        long start = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < PACKETS; i++) {
            out.protect(packets[i], 0, in.unprotect(packets[i], 0, lengths[i]));
        }
        return (threads.getCurrentThreadCpuTime() - start) / 1e3 / PACKETS;
    }

    /** Receives, decrypts, then encrypts and sends to each of so many receivers; nothing else. */
    public static final class Relay implements AutoCloseable {

        private final DatagramSocket socket;
        private final AtomicLong cpuNanos = new AtomicLong();
        private final AtomicLong sent = new AtomicLong();

        public Relay(int receivers, DatagramSocket to) {
            try {
                socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            var thread = new Thread(() -> relay(receivers, to), "bare-relay");
            thread.setDaemon(true);
            thread.start();
        }

        private void relay(int receivers, DatagramSocket to) {
            var threads = ManagementFactory.getThreadMXBean();
            SrtpStream in = BenchPackets.server().receiver(1);
            var outs = new SrtpStream[receivers];
            for (int i = 0; i < receivers; i++) {
                outs[i] = BenchPackets.server().sender(1 + i);
            }
            var received = new DatagramPacket(new byte[BenchPackets.ROOM], BenchPackets.ROOM);
            var copy = new byte[BenchPackets.ROOM];
            while (!socket.isClosed()) {
                try {
                    received.setLength(BenchPackets.ROOM);
                    socket.receive(received);
                    int length = in.unprotect(received.getData(), 0, received.getLength());
                    for (SrtpStream out : outs) {
                        System.arraycopy(received.getData(), 0, copy, 0, length);
                        int size = out.protect(copy, 0, length);
                        socket.send(new DatagramPacket(copy, size, to.getLocalSocketAddress()));
                        sent.incrementAndGet();
                    }
                    cpuNanos.set(threads.getCurrentThreadCpuTime());
                } catch (IOException e) {
                    if (!socket.isClosed()) {
                        throw new UncheckedIOException(e);
                    }
                }
            }
        }

        public int port() {
            return socket.getLocalPort();
        }

        public long cpuNanos() {
            return cpuNanos.get();
        }

        public long sent() {
            return sent.get();
        }

        @Override
        public void close() {
            socket.close();
        }
    }
}
