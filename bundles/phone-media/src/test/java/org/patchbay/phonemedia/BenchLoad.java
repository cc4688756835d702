package org.patchbay.phonemedia;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/**
 * Phones of many calls on a few sockets, which one thread hears: each leg sends 50 packets a second, stamped with the time, and
 * all count what comes.
 */
final class BenchLoad implements AutoCloseable {

    static final int FRAMES_PER_SECOND = 50;

    private static final int SOCKETS = 8;
    private static final int PAYLOAD = 160;
    private static final int HEADER = 12;
    private static final int TURNS = 40;
    private static final long TURN = 20_000_000 / TURNS;
    private static final long MOST_BEHIND = 1_000_000;
    private static final int BUFFER = 4 << 20;

    private final List<DatagramChannel> sockets = new ArrayList<>();
    private final List<BenchDelays> all = new CopyOnWriteArrayList<>();
    private final Selector selector = Selector.open();
    private final ByteBuffer heard = ByteBuffer.allocateDirect(2_048);
    private final ByteBuffer said = ByteBuffer.allocateDirect(HEADER + PAYLOAD);
    private int sequence;

    BenchLoad() throws IOException {
        for (int i = 0; i < SOCKETS; i++) {
            DatagramChannel socket = DatagramChannel.open();
            socket.setOption(StandardSocketOptions.SO_RCVBUF, BUFFER);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            socket.configureBlocking(false);
            socket.register(selector, SelectionKey.OP_READ);
            sockets.add(socket);
        }
        var thread = new Thread(this::read, "bench-ears");
        thread.setDaemon(true);
        thread.start();
    }

    /** The ports of the phones, in turn; the first leg has the first one. */
    List<Integer> ports() throws IOException {
        List<Integer> ports = new ArrayList<>();
        for (DatagramChannel socket : sockets) {
            ports.add(((InetSocketAddress) socket.getLocalAddress()).getPort());
        }
        return ports;
    }

    private void read() {
        try {
            while (selector.isOpen()) {
                selector.select(key -> read((DatagramChannel) key.channel()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClosedSelectorException e) {
            // The benchmark is over.
        }
    }

    /** All that waits there, so that who measures keeps nothing waiting. */
    private void read(DatagramChannel socket) {
        try {
            do {
                heard.clear();
                socket.receive(heard);
                if (heard.position() == HEADER + PAYLOAD) {
                    all.get(heard.getInt(HEADER + Long.BYTES)).heard(System.nanoTime() - heard.getLong(HEADER));
                }
            } while (heard.position() > 0);
        } catch (ClosedChannelException e) {
            // The benchmark is over.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Sends for so many frames, the legs one after the other throughout the frame, and those of half a millisecond together: a
     * thread that looked at the clock for each would take a processor for itself. When it stood still it does not make up for
     * that, as no phone would; that time is counted as its own.
     */
    void run(List<InetSocketAddress> legs, int frames, BenchDelays into) throws IOException {
        if (!all.contains(into)) {
            all.add(into);
        }
        int number = all.indexOf(into);
        int count = legs.size();
        long begin = System.nanoTime();
        for (int turn = 0; turn < frames * TURNS; turn++) {
            long behind = await(begin + turn * TURN);
            if (behind > MOST_BEHIND) {
                begin += behind;
                into.stoodStill(behind);
            }
            int from = turn % TURNS * count / TURNS;
            int to = (turn % TURNS + 1) * count / TURNS;
            for (int leg = from; leg < to; leg++) {
                send(leg, turn / TURNS, legs.get(leg), number);
            }
        }
        into.sent((long) frames * count);
        sequence += frames;
        LockSupport.parkNanos(300_000_000);
    }

    private void send(int leg, int frame, InetSocketAddress to, int number) throws IOException {
        int at = sequence + frame;
        said.clear();
        said.put((byte) 0x80).put((byte) 8).putShort((short) at).putInt(at * PAYLOAD);
        said.putInt(leg + 1).putLong(System.nanoTime()).putInt(number);
        said.position(0).limit(HEADER + PAYLOAD);
        sockets.get(leg % SOCKETS).send(said, to);
    }

    /** How long after the moment it is now. */
    private static long await(long due) {
        long now = System.nanoTime();
        while (now < due) {
            LockSupport.parkNanos(due - now);
            now = System.nanoTime();
        }
        return now - due;
    }

    @Override
    public void close() throws IOException {
        selector.close();
        for (DatagramChannel socket : sockets) {
            socket.close();
        }
    }
}
