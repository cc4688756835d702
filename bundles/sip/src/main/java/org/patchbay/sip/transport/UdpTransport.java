package org.patchbay.sip.transport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * SIP in datagrams (RFC 3261, section 18; RFC 3581). One thread reads the socket, always into the same buffer, and looks for the
 * next datagram before it gives one away. Thread-safe.
 */
final class UdpTransport implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(UdpTransport.class);
    private static final int SOCKET_BYTES = 8 << 20;
    private static final int SHORTEST = 12;
    private static final long JOIN_MILLIS = 2_000;

    private final Selector selector;
    private final DatagramChannel socket;
    private final InetSocketAddress address;
    private final Receiver receiver;
    private final Thread reader;
    private volatile boolean closed;

    UdpTransport(InetSocketAddress address, boolean shared, Receiver receiver) {
        this.receiver = receiver;
        try {
            this.selector = Selector.open();
            this.socket = DatagramChannel.open();
            socket.setOption(StandardSocketOptions.SO_REUSEADDR, shared);
            socket.setOption(StandardSocketOptions.SO_RCVBUF, SOCKET_BYTES);
            socket.setOption(StandardSocketOptions.SO_SNDBUF, SOCKET_BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            this.address = (InetSocketAddress) socket.bind(address).getLocalAddress();
            socket.configureBlocking(false).register(selector, SelectionKey.OP_READ);
        } catch (IOException e) {
            closeAll();
            throw new IllegalStateException("No UDP at " + address, e);
        }
        this.reader = new Thread(this::read, "sip-udp");
        reader.setDaemon(true);
        reader.start();
    }

    InetSocketAddress address() {
        return address;
    }

    Flow to(InetSocketAddress remote) {
        return new UdpFlow(socket, remote);
    }

    @SuppressWarnings("ArrayRecordComponent") // nobody compares datagrams
    private record Datagram(byte[] bytes, UdpFlow flow) {}

    /** Whatever goes wrong with one datagram, the next one is read. */
    private void read() {
        ByteBuffer buffer = ByteBuffer.allocateDirect(SipLimits.DATAGRAM);
        Datagram held = null;
        while (!closed && socket.isOpen()) {
            try {
                Datagram taken = held;
                held = next(buffer.clear());
                if (taken != null) {
                    take(taken, held == null);
                } else if (held == null) {
                    selector.select(ready -> {});
                }
            } catch (IOException | RuntimeException e) {
                log.debug("A datagram could not be taken", e);
            } catch (Throwable e) { // A socket that nobody reads is a server that is deaf.
                survive(e);
            }
        }
        closeAll();
    }

    private @Nullable Datagram next(ByteBuffer buffer) throws IOException {
        SocketAddress sender = socket.receive(buffer);
        if (sender == null) {
            return null;
        }
        var bytes = new byte[buffer.flip().remaining()];
        buffer.get(bytes);
        return new Datagram(bytes, new UdpFlow(socket, (InetSocketAddress) sender));
    }

    private void take(Datagram datagram, boolean last) {
        byte[] bytes = datagram.bytes();
        UdpFlow flow = datagram.flow();
        if (bytes.length < SHORTEST) {
            return; // A keep-alive, or nothing.
        }
        if (Stun.isRequest(bytes)) {
            flow.send(Stun.answer(bytes, flow.remote()), () -> {});
        } else {
            receiver.received(bytes, bytes.length, flow, last);
        }
    }

    private static void survive(Throwable e) {
        try {
            log.error("Datagrams are read on after an error", e);
        } catch (Throwable again) {
            Thread.onSpinWait(); // Not even enough memory to say so.
        }
    }

    private void closeAll() {
        try {
            socket.close();
            selector.close();
        } catch (IOException e) {
            log.debug("A socket did not close", e);
        }
    }

    @Override
    public void close() {
        closed = true;
        selector.wakeup();
        try {
            reader.join(JOIN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
