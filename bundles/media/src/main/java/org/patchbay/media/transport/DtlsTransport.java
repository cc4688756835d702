package org.patchbay.media.transport;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Arrays;
import java.util.List;
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
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;
import org.jspecify.annotations.Nullable;
import org.patchbay.spi.media.Fingerprint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One DTLS association in which we are the server or the client (RFC 6347). Datagrams wait in a bounded queue; the handshake runs on a
 * thread of the executor, and later records are read when they come. Thread-safe.
 */
final class DtlsTransport implements DatagramTransport {

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
    private final Way way;
    private final Listener listener;
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
    private volatile @Nullable DTLSTransport association;

    DtlsTransport(Executor executor, Way way, Listener listener) {
        this.executor = executor;
        this.way = way;
        this.listener = listener;
    }

    /** Sends a datagram, or loses it. */
    interface Way {
        boolean send(byte[] buffer, int offset, int length);
    }

    /** Shakes hands and answers the keys. */
    private interface Handshake {
        SrtpSession shake() throws IOException;
    }

    /** Hears how the association fares; called on a thread of the executor. */
    interface Listener {

        void secured(SrtpSession session);

        void handshakeFailed();

        void closedByPeer();
    }

    /** Begins the handshake as the server; to be called once, when there is a way to send. */
    void start(BcTlsCrypto crypto, DtlsIdentity identity, Fingerprint expected) {
        begin(() -> {
            var server = new SrtpTlsServer(crypto, identity, expected, this::onCloseNotify);
            association = new DTLSServerProtocol().accept(server, this);
            return server.session();
        });
    }

    /** Begins the handshake as the client; to be called once, when there is a way to send. */
    void startAsClient(BcTlsCrypto crypto, DtlsIdentity identity, Fingerprint expected) {
        begin(() -> {
            var client =
                    new SrtpTlsClient(crypto, identity, expected, List.of(SrtpProfile.values()), this::onCloseNotify);
            association = new DTLSClientProtocol().connect(client, this);
            return client.session();
        });
    }

    private void begin(Handshake handshake) {
        if (!state.compareAndSet(State.WAITING, State.HANDSHAKING)) {
            return;
        }
        try {
            executor.execute(() -> shake(handshake));
        } catch (RejectedExecutionException e) {
            fail("too many handshakes at once");
        }
    }

    private void shake(Handshake handshake) {
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
    void onDatagram(byte[] buffer, int offset, int length) {
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
    void shutDown() {
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
        // the library is done with us; the ICE transport is closed by its owner
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
        way.send(buffer, offset, length); // a lost flight is sent again by the library's timer
    }
}
