package org.patchbay.web.live;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.api.WriteCallback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What waits to be read by one client; never blocks, and gives a client up that reads too slowly. Thread-safe. */
final class Outbox {

    private static final Logger log = LoggerFactory.getLogger(Outbox.class);

    /** What a frame costs besides its text. */
    private static final int FRAME = 64;

    private final Session session;
    private final long limit;
    private final AtomicLong waiting = new AtomicLong();

    Outbox(Session session, long limit) {
        this.session = session;
        this.limit = limit;
    }

    synchronized void send(String text) {
        if (!session.isOpen()) {
            return;
        }
        var size = FRAME + (long) text.getBytes(StandardCharsets.UTF_8).length;
        if (waiting.addAndGet(size) > limit) {
            log.warn("A live connection is given up: its client reads too slowly");
            drop();
            return;
        }
        session.getRemote().sendString(text, new Sent(size));
    }

    /** Ends the connection in good order; the reason is a code. */
    void close(int status, String reason) {
        session.close(status, reason);
    }

    /** Ends the connection at once. */
    void drop() {
        try {
            session.disconnect();
        } catch (IOException e) {
            log.debug("A live connection was gone already", e);
        }
    }

    private final class Sent implements WriteCallback {

        private final long size;

        private Sent(long size) {
            this.size = size;
        }

        @Override
        public void writeSuccess() {
            waiting.addAndGet(-size);
        }

        @Override
        public void writeFailed(Throwable why) {
            log.debug("A live message did not reach its client", why);
        }
    }
}
