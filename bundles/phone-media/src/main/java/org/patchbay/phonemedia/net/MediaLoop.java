package org.patchbay.phonemedia.net;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.function.Consumer;
import org.patchbay.phonemedia.rtp.RtpPacket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread that reads the sockets of many ports. Each is read once a round, so that a flood at one port does not keep the
 * others waiting. Whatever goes wrong with one packet ends nothing. Thread-safe.
 */
public final class MediaLoop implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(MediaLoop.class);
    private static final long JOIN_MILLIS = 2_000;

    private final Selector selector;
    private final Thread thread;
    private final byte[] room = new byte[RtpPacket.ROOM];
    private final ByteBuffer buffer = ByteBuffer.wrap(room, 0, RtpPacket.LONGEST + 1);
    private final RtpPacket packet = new RtpPacket(room);
    private final Consumer<SelectionKey> each = this::read; // one for all rounds, not one for each

    /** Takes what a port's sockets receive, on the thread of the loop. */
    public interface Reader {

        /** A datagram, in the packet's buffer; it may be changed there. */
        void received(RtpPacket packet, int length, InetSocketAddress from, long now);

        /** The same of the socket of RTCP. */
        void receivedControl(RtpPacket packet, int length, InetSocketAddress from, long now);
    }

    private record Attached(SocketPair pair, boolean control) {}

    public MediaLoop(int number) {
        try {
            selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException("This machine gives no selector", e);
        }
        thread = new Thread(this::run, "phone-media-loop-" + number);
        thread.setDaemon(true);
        thread.setContextClassLoader(MediaLoop.class.getClassLoader());
        thread.start();
    }

    /** Reads the sockets of a pair until they are closed. */
    void add(SocketPair pair) throws ClosedChannelException {
        pair.rtp().register(selector, SelectionKey.OP_READ, new Attached(pair, false));
        pair.rtcp().register(selector, SelectionKey.OP_READ, new Attached(pair, true));
        selector.wakeup();
    }

    /** Lets go of sockets that were closed. */
    void closed() {
        selector.wakeup();
    }

    private void run() {
        while (selector.isOpen()) {
            try {
                selector.select(each);
            } catch (ClosedSelectorException e) {
                return;
            } catch (IOException | RuntimeException e) {
                log.warn("Sound was not read for a moment", e);
            }
        }
    }

    private void read(SelectionKey key) {
        try {
            var attached = (Attached) key.attachment();
            buffer.clear();
            var from = (InetSocketAddress) ((DatagramChannel) key.channel()).receive(buffer);
            if (from == null) {
                return;
            }
            long now = System.nanoTime();
            int length = buffer.position();
            Reader reader = attached.pair().reader();
            if (reader == null) {
                attached.pair().drop(now);
            } else if (attached.control()) {
                reader.receivedControl(packet, length, from, now);
            } else {
                reader.received(packet, length, from, now);
            }
        } catch (IOException | CancelledKeyException e) {
            log.debug("A socket of a port was not read: {}", e.toString());
        } catch (RuntimeException e) {
            log.warn("A packet was not understood", e);
        }
    }

    @Override
    public void close() {
        try {
            selector.close();
            thread.join(JOIN_MILLIS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
