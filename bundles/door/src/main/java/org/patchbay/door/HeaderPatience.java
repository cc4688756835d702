package org.patchbay.door;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.HttpConnection;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes connections whose next request does not come to the end of its headers in time: the first one counted from the
 * connection's beginning, a later one from its first byte. A connection that rests between two requests, or carries a
 * WebSocket, is left alone. Thread-safe.
 */
public final class HeaderPatience extends AbstractLifeCycle implements Connection.Listener {

    private static final Logger log = LoggerFactory.getLogger(HeaderPatience.class);
    private static final long LOOK_MILLIS = 500;

    private final Server server;
    private final Duration patience;
    private final Map<HttpConnection, Progress> open = new ConcurrentHashMap<>();
    private ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(HeaderPatience::daemon);

    /** Patience at all ports of the server. */
    public HeaderPatience(Server server, int seconds) {
        this(server, Duration.ofSeconds(seconds));
    }

    HeaderPatience(Server server, Duration patience) {
        this.server = server;
        this.patience = patience;
    }

    @Override
    protected void doStart() {
        Ports.of(server).forEach(port -> port.addBean(this));
        var unused = looks.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    protected void doStop() {
        looks.shutdownNow();
        looks = Executors.newSingleThreadScheduledExecutor(HeaderPatience::daemon);
        Ports.of(server).forEach(port -> port.removeBean(this));
        open.clear();
    }

    @Override
    public void onOpened(Connection connection) {
        if (connection instanceof HttpConnection http) {
            open.put(http, new Progress(http));
        }
    }

    @Override
    public void onClosed(Connection connection) {
        if (connection instanceof HttpConnection http) {
            open.remove(http);
        }
    }

    private void look() {
        long now = System.nanoTime();
        open.forEach((connection, progress) -> {
            try {
                if (progress.waited(now) > patience.toNanos()) {
                    log.debug("A connection sends its headers too slowly");
                    connection.close();
                }
            } catch (RuntimeException e) {
                // A connection that is ending just now must not end the looks.
                log.debug("A connection could not be looked at", e);
            }
        });
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "http-header-patience");
        thread.setDaemon(true);
        return thread;
    }

    /** How far a connection is with its present request; of the looking thread alone. */
    private static final class Progress {

        private final HttpConnection connection;
        private long requests;
        private long bytes;
        private long since = System.nanoTime();
        private boolean waiting = true;

        Progress(HttpConnection connection) {
            this.connection = connection;
        }

        /** For how many nanoseconds the headers have been awaited; 0 if none are. */
        long waited(long now) {
            long seen = connection.getMessagesIn();
            boolean resting = connection.getHttpChannel().getState().isIdle();
            if (seen != requests || !resting) {
                requests = seen;
                bytes = connection.getBytesIn();
                waiting = false;
                return 0;
            }
            if (!waiting && connection.getBytesIn() != bytes) {
                waiting = true;
                since = now;
            }
            return waiting ? now - since : 0;
        }
    }
}
