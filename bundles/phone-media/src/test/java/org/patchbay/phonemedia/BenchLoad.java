package org.patchbay.phonemedia;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Phones of many calls on a few sockets: each leg sends 50 packets a second, stamped with the time, and all count what comes. */
final class BenchLoad implements AutoCloseable {

    private static final int SOCKETS = 8;
    private static final int PAYLOAD = 160;
    private static final int HEADER = 12;
    private static final long FRAME = 20_000_000;
    private static final int BUFFER = 4 << 20;
    private static final int MOST_DELAYS = 4_000_000;

    private final List<DatagramChannel> sockets = new ArrayList<>();
    private final List<InetSocketAddress> targets = new ArrayList<>();
    private final AtomicLong heard = new AtomicLong();
    private final long[] delays = new long[MOST_DELAYS];
    private volatile boolean counts;
    private int sequence;

    BenchLoad() throws IOException {
        for (int i = 0; i < SOCKETS; i++) {
            DatagramChannel socket = DatagramChannel.open();
            socket.setOption(StandardSocketOptions.SO_RCVBUF, BUFFER);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            sockets.add(socket);
            var thread = new Thread(() -> read(socket), "bench-" + i);
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** What happened while it sent. */
    record Result(long sent, long heard, long medianMicros, long highMicros) {}

    /** The port of the phone of the next leg. */
    int port() throws IOException {
        return ((InetSocketAddress) sockets.get(targets.size() % SOCKETS).getLocalAddress()).getPort();
    }

    /** Adds the leg: its sound goes there. */
    void add(InetSocketAddress to) {
        targets.add(to);
    }

    private void read(DatagramChannel socket) {
        var buffer = ByteBuffer.allocate(2_048);
        while (true) {
            try {
                buffer.clear();
                socket.receive(buffer);
                if (counts && buffer.position() == HEADER + PAYLOAD) {
                    int at = (int) heard.getAndIncrement();
                    if (at < MOST_DELAYS) {
                        delays[at] = System.nanoTime() - buffer.getLong(HEADER);
                    }
                }
            } catch (ClosedChannelException e) {
                return;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Sends for so many frames, each leg at its own moment within the frame. */
    Result run(int frames, boolean measured) throws IOException {
        counts = measured;
        heard.set(0);
        var buffer = ByteBuffer.allocate(HEADER + PAYLOAD);
        long begin = System.nanoTime();
        int legs = targets.size();
        for (int frame = 0; frame < frames; frame++) {
            sequence++;
            for (int leg = 0; leg < legs; leg++) {
                long due = begin + frame * FRAME + leg * FRAME / legs;
                while (due - System.nanoTime() > 50_000) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                buffer.clear();
                buffer.put((byte) 0x80).put((byte) 8).putShort((short) sequence).putInt(sequence * PAYLOAD);
                buffer.putInt(leg + 1).putLong(System.nanoTime());
                buffer.position(0).limit(HEADER + PAYLOAD);
                sockets.get(leg % SOCKETS).send(buffer, targets.get(leg));
            }
        }
        LockSupport.parkNanos(300_000_000);
        counts = false;
        int count = (int) Math.min(MOST_DELAYS, heard.get());
        long[] sorted = Arrays.copyOf(delays, count);
        Arrays.sort(sorted);
        return new Result(
                (long) frames * legs,
                heard.get(),
                count == 0 ? 0 : sorted[count / 2] / 1_000,
                count == 0 ? 0 : sorted[(int) (count * 0.99)] / 1_000);
    }

    @Override
    public void close() throws IOException {
        for (DatagramChannel socket : sockets) {
            socket.close();
        }
    }
}
