package org.patchbay.phonemedia.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;
import java.util.BitSet;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The UDP ports for sound: even ones for RTP, the next for RTCP. One that was closed is opened again as late as possible. Thread-safe. */
public final class PortRange {

    private static final int RECEIVE_BUFFER = 256 * 1024;

    /** Ports of other programs that are passed over in one search. */
    private static final int MOST_TAKEN = 64;

    private final @Nullable InetAddress bind;
    private final int first;
    private final BitSet used;
    private final int pairs;
    private int next;

    /**
     * Of two ports, both within the range.
     *
     * @param bind null for every address of this machine
     */
    public PortRange(@Nullable InetAddress bind, int from, int to) {
        this.bind = bind;
        first = from + (from & 1);
        pairs = Math.max(0, (to - first + 1) / 2);
        used = new BitSet(pairs);
    }

    /** How many ports there may be. */
    public int capacity() {
        return pairs;
    }

    /**
     * Opens a pair; nothing when all are open.
     *
     * @param onClose takes it when it is given back; what is done with it then is to end with {@link #close}
     */
    Optional<SocketPair> open(Consumer<SocketPair> onClose) {
        for (int i = 0; i < MOST_TAKEN; i++) {
            int pair = reserve();
            if (pair < 0) {
                return Optional.empty();
            }
            Optional<SocketPair> opened = open(pair, onClose);
            if (opened.isPresent()) {
                return opened;
            }
            release(pair);
        }
        return Optional.empty();
    }

    private synchronized int reserve() {
        if (used.cardinality() == pairs) {
            return -1;
        }
        int free = used.nextClearBit(next);
        if (free >= pairs) {
            free = used.nextClearBit(0);
        }
        used.set(free);
        next = (free + 1) % pairs;
        return free;
    }

    private synchronized void release(int pair) {
        used.clear(pair);
    }

    /** Closes the sockets of a pair. */
    void close(SocketPair pair) {
        pair.shut();
        release((pair.port() - first) / 2);
    }

    private Optional<SocketPair> open(int pair, Consumer<SocketPair> onClose) {
        int port = first + 2 * pair;
        DatagramChannel rtp = null;
        DatagramChannel rtcp = null;
        try {
            rtp = bound(port);
            rtcp = bound(port + 1);
            return Optional.of(new SocketPair(rtp, rtcp, port, onClose));
        } catch (IOException e) {
            if (rtp != null) {
                SocketPair.shut(rtp);
            }
            if (rtcp != null) {
                SocketPair.shut(rtcp);
            }
            return Optional.empty();
        }
    }

    private DatagramChannel bound(int port) throws IOException {
        DatagramChannel channel = DatagramChannel.open();
        try {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.SO_RCVBUF, RECEIVE_BUFFER);
            channel.bind(bind == null ? new InetSocketAddress(port) : new InetSocketAddress(bind, port));
            return channel;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }
}
