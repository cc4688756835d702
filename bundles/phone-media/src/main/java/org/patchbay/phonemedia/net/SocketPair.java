package org.patchbay.phonemedia.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.patchbay.phonemedia.net.MediaLoop.Reader;

/**
 * The two sockets of a port, RTP on an even number and RTCP on the next one (RFC 3550, section 11). A loop reads both; what comes
 * while nobody wants it is dropped. Thread-safe.
 */
public final class SocketPair implements AutoCloseable {

    private static final ThreadLocal<ByteBuffer> LAST_SENT = ThreadLocal.withInitial(() -> ByteBuffer.allocate(0));

    private final DatagramChannel rtp;
    private final DatagramChannel rtcp;
    private final int port;
    private final Consumer<SocketPair> onClose;
    private volatile @Nullable Reader reader;
    private volatile long givenBack;
    private volatile long dropped;

    /** The action takes it back. */
    SocketPair(DatagramChannel rtp, DatagramChannel rtcp, int port, Consumer<SocketPair> onClose) {
        this.rtp = rtp;
        this.rtcp = rtcp;
        this.port = port;
        this.onClose = onClose;
        givenBack = System.nanoTime();
        dropped = givenBack;
    }

    public int port() {
        return port;
    }

    DatagramChannel rtp() {
        return rtp;
    }

    DatagramChannel rtcp() {
        return rtcp;
    }

    /** Has the loop give what is received to this one from now on. */
    public void read(Reader taker) {
        reader = taker;
    }

    /** Who takes what is received now. */
    @Nullable Reader reader() {
        return reader;
    }

    /** Something came for nobody. */
    void drop(long now) {
        dropped = now;
    }

    /** Since when nothing came for nobody, by the clock that only goes on; at the earliest, since it was given back. */
    long quietSince() {
        return dropped;
    }

    /** Whether something came since it was given back. */
    boolean isDisturbed() {
        return dropped != givenBack;
    }

    /** Sends by the socket of RTP; what the network refuses is lost, as any datagram may be. */
    public boolean send(byte[] bytes, int length, InetSocketAddress to) {
        return send(rtp, bytes, length, to);
    }

    /** Sends by the socket of RTCP. */
    public boolean sendControl(byte[] bytes, int length, InetSocketAddress to) {
        return send(rtcp, bytes, length, to);
    }

    private static boolean send(DatagramChannel channel, byte[] bytes, int length, InetSocketAddress to) {
        try {
            return channel.send(datagram(bytes).clear().limit(length), to) > 0;
        } catch (IOException | RuntimeException e) {
            return false; // unreachable, full, closed meanwhile
        }
    }

    /** What a thread sends, as a socket takes it; who relays sends the same bytes each time, and makes nothing new. */
    @SuppressWarnings("ByteBufferBackingArray") // it is whole: it was wrapped here
    private static ByteBuffer datagram(byte[] bytes) {
        ByteBuffer last = LAST_SENT.get();
        if (last.array() == bytes) {
            return last;
        }
        ByteBuffer made = ByteBuffer.wrap(bytes);
        LAST_SENT.set(made);
        return made;
    }

    /** Gives it back; called once. */
    @Override
    public void close() {
        givenBack = System.nanoTime();
        dropped = givenBack;
        reader = null;
        onClose.accept(this);
    }

    /** Closes the sockets. */
    void shut() {
        shut(rtp);
        shut(rtcp);
    }

    static void shut(DatagramChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new IllegalStateException("A socket does not close", e);
        }
    }
}
