package org.patchbay.sip.transport;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;

/** Datagrams to and from one peer by a socket that all share. */
record UdpFlow(DatagramChannel channel, InetSocketAddress remote) implements Flow {

    @Override
    public Transport transport() {
        return Transport.UDP;
    }

    @Override
    public boolean isOpen() {
        return channel.isOpen();
    }

    /** Sends from the thread that calls: the socket takes it at once, or it is lost as any datagram may be. */
    @Override
    public void send(byte[] message, Runnable failed) {
        try {
            channel.send(ByteBuffer.wrap(message), remote);
        } catch (IOException | RuntimeException e) {
            failed.run();
        }
    }

    @Override
    public void onClose(Runnable action) {
        // A pair of addresses has no end.
    }

    @Override
    public String toString() {
        return "UDP " + remote;
    }
}
