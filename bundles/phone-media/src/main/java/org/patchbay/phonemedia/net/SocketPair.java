package org.patchbay.phonemedia.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;

/** The two sockets of a port, RTP on an even number and RTCP on the next one (RFC 3550, section 11). Thread-safe. */
public final class SocketPair implements AutoCloseable {

    private final DatagramChannel rtp;
    private final DatagramChannel rtcp;
    private final int port;
    private final Runnable onClose;

    SocketPair(DatagramChannel rtp, DatagramChannel rtcp, int port, Runnable onClose) {
        this.rtp = rtp;
        this.rtcp = rtcp;
        this.port = port;
        this.onClose = onClose;
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
            return channel.send(ByteBuffer.wrap(bytes, 0, length), to) > 0;
        } catch (IOException | RuntimeException e) {
            return false; // unreachable, full, closed meanwhile
        }
    }

    @Override
    public void close() {
        close(rtp);
        close(rtcp);
        onClose.run();
    }

    static void close(DatagramChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new IllegalStateException("A socket does not close", e);
        }
    }
}
