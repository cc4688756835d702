package org.patchbay.jvb.bridge;

import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.http.TrustedHttp;
import org.patchbay.api.http.WebSocket;
import org.patchbay.api.http.WebSocketListener;
import org.patchbay.jvb.colibri.ChannelMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An endpoint's WebSocket, opened again when it breaks. Thread-safe. */
final class MessageChannel implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(MessageChannel.class);
    private static final Duration OPENING = Duration.ofSeconds(4);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final int GOING_AWAY = 1001;
    private static final int NORMAL = 1000;

    private final TrustedHttp http;
    private final URI uri;
    private final Works works;
    private final Supplier<String> greeting;
    private final Listener listener;
    private @Nullable WebSocket socket;
    private @Nullable Hearing current;
    private Duration pause = FIRST_PAUSE;
    private boolean closed;

    /** A channel that begins with the greeting each time it opens. */
    MessageChannel(TrustedHttp http, URI uri, Works works, Supplier<String> greeting, Listener listener) {
        this.http = http;
        this.uri = uri;
        this.works = works;
        this.greeting = greeting;
        this.listener = listener;
    }

    void open() {
        works.run(this::tryToOpen);
    }

    private void tryToOpen() {
        if (isClosed()) {
            return;
        }
        try {
            var hearing = new Hearing();
            opened(http.open(uri, OPENING, hearing), hearing);
        } catch (PatchbayException e) {
            log.debug("A videobridge's WebSocket does not open: {}", e.getMessage());
            if (e.params().containsKey("status")) {
                listener.refused();
            } else {
                listener.broken();
            }
            openLater();
        }
    }

    private void opened(WebSocket open, Hearing hearing) {
        synchronized (this) {
            if (hearing.ended) {
                return;
            }
            if (!closed) {
                socket = open;
                current = hearing;
                pause = FIRST_PAUSE;
                open.send(greeting.get());
                return;
            }
        }
        open.close();
    }

    private void openLater() {
        Duration length;
        synchronized (this) {
            length = pause;
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        }
        works.later(length, this::tryToOpen);
    }

    /** Sends a text if it is open; what is not sent is in the greeting. */
    synchronized void send(String text) {
        if (socket != null) {
            socket.send(text);
        }
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        WebSocket open;
        synchronized (this) {
            closed = true;
            open = socket;
            socket = null;
        }
        if (open != null) {
            open.close();
        }
    }

    /** Who hears the channel. */
    interface Listener {

        void message(ChannelMessage message);

        /** The videobridge closed it, for the endpoint is gone there. */
        void gone();

        /** It answers something else than a WebSocket: perhaps the endpoint or the conference is gone there. */
        void refused();

        /** It does not answer: perhaps the videobridge is gone. */
        void broken();
    }

    private final class Hearing implements WebSocketListener {

        private final Consumer<ChannelMessage> tell = listener::message;
        private boolean ended;

        @Override
        public void text(String text) {
            if (!isClosed()) {
                ChannelMessage.read(text).ifPresent(tell);
            }
        }

        @Override
        public void closed(int code, String reason) {
            synchronized (MessageChannel.this) {
                if (ended || closed) {
                    return;
                }
                ended = true;
                if (socket != null && current != this) {
                    // Another took its place.
                    return;
                }
                socket = null;
            }
            log.debug("A videobridge's WebSocket closed with {} {}", code, reason);
            if (code == GOING_AWAY && reason.equals("endpoint closed")) {
                listener.gone();
            } else {
                if (code != NORMAL) {
                    listener.broken();
                }
                openLater();
            }
        }
    }
}
