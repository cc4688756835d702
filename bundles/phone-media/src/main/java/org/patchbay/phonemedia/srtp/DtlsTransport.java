package org.patchbay.phonemedia.srtp;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.bouncycastle.tls.DTLSClientProtocol;
import org.bouncycastle.tls.DTLSServerProtocol;
import org.bouncycastle.tls.DTLSTransport;
import org.bouncycastle.tls.DatagramTransport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One DTLS association (RFC 6347), in which we are the server with phones and browsers, the client with a media bridge. Datagrams wait in a bounded queue; the handshake runs on a
 * thread of the executor, and later records are read when they come. Thread-safe.
 */
public final class DtlsTransport implements DatagramTransport {

    static final int MAX_WAITING = 32;

    private static final Logger log = LoggerFactory.getLogger(DtlsTransport.class);
    private static final int RECEIVE_LIMIT = 1_500;
    private static final int SEND_LIMIT = 1_200;

    private enum State {
        WAITING,
        HANDSHAKING,
        CONNECTED,
        CLOSED
    }

    private final BlockingQueue<byte[]> waiting = new ArrayBlockingQueue<>(MAX_WAITING);
    private final AtomicBoolean reading = new AtomicBoolean();
    private final Executor executor;
    private final Wire wire;
    private final Listener listener;
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
    private volatile @Nullable DTLSTransport association;

    public DtlsTransport(Executor executor, Wire wire, Listener listener) {
        this.executor = executor;
        this.wire = wire;
        this.listener = listener;
    }

    /** Where datagrams go. */
    public interface Wire {
        void send(byte[] bytes, int offset, int length);
    }

    /** Hears how the association fares; called on a thread of the executor. */
    public interface Listener {

        void secured(SrtpSession session);

        void handshakeFailed();

        void closedByPeer();
    }

    /** Begins the handshake as the server, once, when there is somewhere to send to. */
    public void start(DtlsServer server, String expected) {
        begin(() -> {
            SrtpTlsServer side = server.handshake(expected, this::onCloseNotify);
            association = new DTLSServerProtocol().accept(side, this);
            return side.session();
        });
    }

    /** Begins the handshake as the client, once, when there is somewhere to send to. */
    public void connect(DtlsServer own, String expected) {
        begin(() -> {
            SrtpTlsClient side = own.call(expected, this::onCloseNotify);
            association = new DTLSClientProtocol().connect(side, this);
            return side.session();
        });
    }

    /** A handshake, which gives keys. */
    private interface Handshake {
        SrtpSession shake() throws IOException;
    }

    private void begin(Handshake handshake) {
        if (!state.compareAndSet(State.WAITING, State.HANDSHAKING)) {
            return;
        }
        try {
            executor.execute(() -> run(handshake));
        } catch (RejectedExecutionException e) {
            fail("too many handshakes at once");
        }
    }

    private void run(Handshake handshake) {
        try {
            SrtpSession session = handshake.shake();
            if (state.compareAndSet(State.HANDSHAKING, State.CONNECTED)) {
                listener.secured(session);
            }
        } catch (IOException | RuntimeException e) {
            fail(e.getMessage());
        }
    }

    private void fail(@Nullable String reason) {
        if (state.compareAndSet(State.HANDSHAKING, State.CLOSED)) {
            log.debug("DTLS handshake failed: {}", reason);
            listener.handshakeFailed();
        }
    }

    private void onCloseNotify() {
        if (state.compareAndSet(State.CONNECTED, State.CLOSED)) {
            listener.closedByPeer();
        }
    }

    /** Takes a datagram from the network; drops it when too many wait. */
    public void onDatagram(byte[] buffer, int offset, int length) {
        if (state.get() == State.CLOSED || !waiting.offer(Arrays.copyOfRange(buffer, offset, offset + length))) {
            return;
        }
        if (state.get() == State.CONNECTED && reading.compareAndSet(false, true)) {
            try {
                executor.execute(this::readRecords);
            } catch (RejectedExecutionException e) {
                reading.set(false);
            }
        }
    }

    /** Lets the library see what came after the handshake: repeated flights, alerts. There is no application data. */
    private void readRecords() {
        DTLSTransport open = association;
        byte[] nothing = new byte[RECEIVE_LIMIT];
        do {
            try {
                while (open != null && !waiting.isEmpty()) {
                    open.receive(nothing, 0, nothing.length, 1);
                }
            } catch (IOException e) {
                onCloseNotify();
                waiting.clear();
            } finally {
                reading.set(false);
            }
        } while (!waiting.isEmpty() && reading.compareAndSet(false, true));
    }

    /** Says goodbye to the peer, if there is an association. */
    public void shutDown() {
        state.set(State.CLOSED);
        DTLSTransport open = association;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                log.debug("The peer could not be told that we close", e);
            }
        }
    }

    @Override
    public void close() {
        // the library is done with us; the port's socket is closed by its owner
    }

    @Override
    public int getReceiveLimit() {
        return RECEIVE_LIMIT;
    }

    @Override
    public int getSendLimit() {
        return SEND_LIMIT;
    }

    @Override
    public int receive(byte[] buffer, int offset, int length, int waitMillis) throws IOException {
        try {
            byte[] datagram = waiting.poll(waitMillis, TimeUnit.MILLISECONDS);
            if (datagram == null) {
                if (state.get() == State.CLOSED) {
                    throw new IOException("closed");
                }
                return -1;
            }
            int size = Math.min(length, datagram.length);
            System.arraycopy(datagram, 0, buffer, offset, size);
            return size;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    @Override
    public void send(byte[] buffer, int offset, int length) {
        wire.send(buffer, offset, length); // a lost flight is sent again by the library's timer
    }
}
