package org.patchbay.sip.transport;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.api.WebSocketListener;
import org.eclipse.jetty.websocket.api.WebSocketPingPongListener;
import org.eclipse.jetty.websocket.api.WriteCallback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The WebSocket of one browser (RFC 7118): each message of SIP is a message of the WebSocket. Thread-safe. */
public final class BrowserFlow implements Flow, WebSocketListener, WebSocketPingPongListener {

    private static final Logger log = LoggerFactory.getLogger(BrowserFlow.class);

    private final Transport transport;
    private final InetSocketAddress remote;
    private final Receiver receiver;
    private final AtomicLong unread = new AtomicLong();
    private final List<Runnable> onClose = new ArrayList<>();
    private volatile @Nullable Session session;
    private volatile long heard = System.nanoTime();
    private volatile boolean closed;

    public BrowserFlow(boolean secure, InetSocketAddress remote, Receiver receiver) {
        this.transport = secure ? Transport.WSS : Transport.WS;
        this.remote = remote;
        this.receiver = receiver;
    }

    @Override
    public Transport transport() {
        return transport;
    }

    @Override
    public InetSocketAddress remote() {
        return remote;
    }

    @Override
    public boolean isOpen() {
        return !closed;
    }

    @Override
    public void send(byte[] message, Runnable failed) {
        Session open = session;
        if (closed || open == null || !open.isOpen()) {
            failed.run();
            return;
        }
        if (unread.addAndGet(message.length) > SipLimits.UNREAD) {
            drop();
            failed.run();
            return;
        }
        synchronized (this) {
            open.getRemote().sendString(new String(message, StandardCharsets.UTF_8), new WriteCallback() {
                @Override
                public void writeSuccess() {
                    unread.addAndGet(-message.length);
                }

                @Override
                public void writeFailed(Throwable cause) {
                    failed.run();
                }
            });
        }
    }

    /**
     * Asks whether the browser is still there (RFC 6455, section 5.5.2), which also keeps what lies between from closing a
     * connection that rests; ends it when nothing came for so long.
     */
    public void check(Duration patience) {
        Session open = session;
        if (open == null || closed) {
            return;
        }
        if (System.nanoTime() - heard > patience.toNanos()) {
            drop();
            return;
        }
        try {
            open.getRemote().sendPing(ByteBuffer.allocate(0));
        } catch (IOException | RuntimeException e) {
            log.debug("A browser is gone", e);
            drop();
        }
    }

    /** Ends it at once. */
    public void drop() {
        Session open = session;
        if (open != null) {
            try {
                open.disconnect();
            } catch (IOException e) {
                log.debug("A browser was gone already", e);
            }
        }
    }

    @Override
    public void onClose(Runnable action) {
        synchronized (onClose) {
            if (!closed) {
                onClose.add(action);
                return;
            }
        }
        action.run();
    }

    @Override
    public void onWebSocketConnect(Session opened) {
        heard = System.nanoTime();
        session = opened;
    }

    @Override
    public void onWebSocketText(String text) {
        take(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void onWebSocketBinary(byte[] payload, int offset, int length) {
        take(Arrays.copyOfRange(payload, offset, offset + length));
    }

    @Override
    public void onWebSocketPing(ByteBuffer payload) {
        heard = System.nanoTime();
    }

    @Override
    public void onWebSocketPong(ByteBuffer payload) {
        heard = System.nanoTime();
    }

    private void take(byte[] message) {
        heard = System.nanoTime();
        if (message.length > 4) {
            receiver.received(message, message.length, this, false);
        } else {
            send(new byte[] {'\r', '\n'}, () -> {});
        }
    }

    @Override
    public void onWebSocketClose(int status, @Nullable String reason) {
        List<Runnable> actions;
        synchronized (onClose) {
            closed = true;
            actions = List.copyOf(onClose);
            onClose.clear();
        }
        actions.forEach(Runnable::run);
    }

    @Override
    public void onWebSocketError(Throwable cause) {
        log.debug("A browser's connection broke", cause);
    }

    @Override
    public String toString() {
        return transport + " " + remote;
    }
}
