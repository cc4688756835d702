package org.patchbay.web.live;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.eclipse.jetty.websocket.api.CloseException;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.api.WebSocketListener;
import org.eclipse.jetty.websocket.api.WebSocketPingPongListener;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One WebSocket: carries what is said to its {@link Conversation}, and sees whether anybody is still there. */
final class LiveSocket implements WebSocketListener, WebSocketPingPongListener {

    private static final Logger log = LoggerFactory.getLogger(LiveSocket.class);
    private static final int MOST_WAITING = 256;
    private static final int UNSUPPORTED = 1003;
    private static final int BROKEN = 1011;

    /** What the server's library would say in the words of its programmers (RFC 6455, section 7.4.1). */
    private static final Map<Integer, String> REASONS =
            Map.of(1001, "silent", 1002, "not-understood", 1007, "not-text", 1009, "too-large");

    private final Credentials credentials;
    private final String session;
    private final SerialQueue queue;
    private final Function<Outbox, Conversation> conversations;
    private final Runnable onGone;
    private final long outboxBytes;
    private final Clock clock;

    private @Nullable Session socket;
    private @Nullable Outbox out;
    private @Nullable Conversation conversation;
    private volatile Instant heard;
    private Instant checked;

    LiveSocket(
            Credentials credentials,
            String session,
            Function<Outbox, Conversation> conversations,
            Executor pool,
            long outboxBytes,
            Clock clock,
            Runnable onGone) {
        this.credentials = credentials;
        this.session = session;
        this.conversations = conversations;
        this.queue = new SerialQueue(pool, MOST_WAITING);
        this.outboxBytes = outboxBytes;
        this.clock = clock;
        this.onGone = onGone;
        this.heard = clock.instant();
        this.checked = heard;
    }

    String session() {
        return session;
    }

    @Override
    public void onWebSocketConnect(Session opened) {
        socket = opened;
        out = new Outbox(opened, outboxBytes);
        conversation = conversations.apply(out);
    }

    @Override
    public void onWebSocketText(String text) {
        heard = clock.instant();
        var talk = conversation;
        if (talk != null && !queue.offer(() -> talk.hear(text))) {
            close("too-fast");
        }
    }

    @Override
    public void onWebSocketBinary(byte[] payload, int offset, int length) {
        if (out != null) {
            out.close(UNSUPPORTED, "text-only");
        }
    }

    @Override
    public void onWebSocketPing(ByteBuffer payload) {
        heard = clock.instant();
    }

    @Override
    public void onWebSocketPong(ByteBuffer payload) {
        heard = clock.instant();
    }

    @Override
    public void onWebSocketClose(int status, @Nullable String reason) {
        var talk = conversation;
        queue.end(talk == null ? () -> {} : talk::end);
        onGone.run();
    }

    @Override
    public void onWebSocketError(Throwable cause) {
        log.debug("A live connection broke", cause);
        if (out != null) {
            int status = cause instanceof CloseException close ? close.getStatusCode() : BROKEN;
            out.close(status, REASONS.getOrDefault(status, "broken"));
        }
    }

    /** Ends the connection; the reason is a code. */
    void close(String reason) {
        if (out != null) {
            out.close(Conversation.POLICY, reason);
        }
    }

    /** Looks after the connection: pings a silent one, gives a dead one up, ends one whose session has ended. */
    void check(Duration idle, Duration recheck) {
        var now = clock.instant();
        var silent = Duration.between(heard, now);
        if (silent.compareTo(idle.multipliedBy(2)) > 0) {
            drop();
        } else if (silent.compareTo(idle) > 0) {
            ping();
        }
        var talk = conversation;
        if (talk != null) {
            queue.offer(talk::check);
        }
        if (Duration.between(checked, now).compareTo(recheck) > 0) {
            checked = now;
            queue.offer(this::checkSession);
        }
    }

    private void checkSession() {
        if (credentials.session().isEmpty()) {
            close("session-ended");
        }
    }

    private void ping() {
        var open = socket;
        if (open != null && open.isOpen()) {
            try {
                open.getRemote().sendPing(ByteBuffer.allocate(0));
            } catch (IOException e) {
                drop();
            }
        }
    }

    private void drop() {
        if (out != null) {
            out.drop();
        }
    }
}
