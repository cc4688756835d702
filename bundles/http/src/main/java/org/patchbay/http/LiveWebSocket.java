package org.patchbay.http;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.patchbay.api.http.WebSocket;
import org.patchbay.api.http.WebSocketListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A WebSocket of the JDK with bounds: on what is queued, on what comes, and on silence. */
final class LiveWebSocket implements WebSocket {

    private static final Logger log = LoggerFactory.getLogger(LiveWebSocket.class);

    static final int MAX_TEXT = 1 << 20;
    private static final int MAX_QUEUED = 1_000;
    private static final int BROKEN = 1006;
    private static final long PING_AFTER = TimeUnit.SECONDS.toNanos(2);
    private static final long DEAD_AFTER = TimeUnit.SECONDS.toNanos(60);

    private final WebSocketListener listener;
    private final Consumer<LiveWebSocket> forget;
    private final Deque<String> queued = new ArrayDeque<>();
    private java.net.http.@Nullable WebSocket socket;
    private boolean sending;
    private boolean pinging;
    private boolean closed;
    private volatile long heard = System.nanoTime();

    LiveWebSocket(WebSocketListener listener, Consumer<LiveWebSocket> forget) {
        this.listener = listener;
        this.forget = forget;
    }

    java.net.http.WebSocket.Listener hearing() {
        return new Hearing();
    }

    synchronized void opened(java.net.http.WebSocket open) {
        socket = open;
        if (closed) {
            open.abort();
        }
        sendNext();
    }

    @Override
    public boolean send(String text) {
        synchronized (this) {
            if (closed) {
                return false;
            }
            if (queued.size() < MAX_QUEUED) {
                queued.add(text);
                sendNext();
                return true;
            }
        }
        broken("more than " + MAX_QUEUED + " texts are queued");
        return false;
    }

    private synchronized void sendNext() {
        var open = socket;
        if (open == null || sending || closed || queued.isEmpty()) {
            return;
        }
        sending = true;
        var unused = open.sendText(queued.remove(), true).whenComplete((done, failure) -> sent(failure));
    }

    private void sent(@Nullable Throwable failure) {
        synchronized (this) {
            sending = false;
            if (failure == null) {
                sendNext();
                return;
            }
        }
        broken("a text could not be sent");
    }

    @Override
    public void close() {
        java.net.http.WebSocket open;
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            open = socket;
        }
        forget.accept(this);
        if (open != null) {
            var unused = open.sendClose(java.net.http.WebSocket.NORMAL_CLOSURE, "")
                    .orTimeout(5, TimeUnit.SECONDS)
                    .whenComplete((done, failure) -> open.abort());
        }
    }

    /** Asks for a sign of life, or gives up. */
    void look() {
        var silent = System.nanoTime() - heard;
        if (silent > DEAD_AFTER) {
            broken("no sign of life for a minute");
            return;
        }
        if (silent > PING_AFTER) {
            ping();
        }
    }

    /**
     * The JDK's client (seen with 17 of 2025) says nothing of a connection that ends while it tells a text. A ping that
     * cannot be sent tells it: the first one makes the other machine refuse, the next one fails.
     */
    private synchronized void ping() {
        var open = socket;
        if (open == null || pinging || closed) {
            return;
        }
        pinging = true;
        var unused = open.sendPing(ByteBuffer.allocate(0)).whenComplete((done, failure) -> pinged(failure));
    }

    private void pinged(@Nullable Throwable failure) {
        synchronized (this) {
            pinging = false;
        }
        if (failure != null) {
            broken("a ping could not be sent");
        }
    }

    private void broken(String reason) {
        ended(BROKEN, reason);
    }

    private void ended(int code, String reason) {
        java.net.http.WebSocket open;
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            queued.clear();
            open = socket;
        }
        forget.accept(this);
        if (open != null) {
            open.abort();
        }
        listener.closed(code, reason);
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    /** Puts texts together; the client calls it one call at a time. */
    private final class Hearing implements java.net.http.WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(java.net.http.WebSocket from, CharSequence part, boolean last) {
            heard = System.nanoTime();
            if (text.length() + part.length() > MAX_TEXT) {
                broken("a text is larger than 1 MiB");
                return null;
            }
            text.append(part);
            if (last) {
                var whole = text.toString();
                text.setLength(0);
                tell(whole);
            }
            from.request(1);
            return null;
        }

        private void tell(String whole) {
            if (isClosed()) {
                return;
            }
            try {
                listener.text(whole);
            } catch (RuntimeException e) {
                log.warn("A text of a WebSocket could not be handled", e);
            }
        }

        @Override
        public @Nullable CompletionStage<?> onPing(java.net.http.WebSocket from, ByteBuffer message) {
            heard = System.nanoTime();
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onPong(java.net.http.WebSocket from, ByteBuffer message) {
            heard = System.nanoTime();
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(java.net.http.WebSocket from, int code, String reason) {
            ended(code, reason);
            return null;
        }

        @Override
        public void onError(java.net.http.WebSocket from, Throwable error) {
            broken(error.getClass().getSimpleName());
        }
    }
}
