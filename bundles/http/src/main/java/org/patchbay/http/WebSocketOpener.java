package org.patchbay.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.patchbay.api.Problem;
import org.patchbay.api.http.WebSocket;
import org.patchbay.api.http.WebSocketListener;

/** Opens WebSockets with the JDK's client, and looks every few seconds whether they are alive. */
final class WebSocketOpener implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final long LOOK_SECONDS = 2;

    private final Set<LiveWebSocket> sockets = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(WebSocketOpener::thread);
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .proxy(HttpClient.Builder.NO_PROXY)
            .build();

    WebSocketOpener() {
        var unused = clock.scheduleWithFixedDelay(this::look, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    WebSocket open(URI uri, Duration timeout, WebSocketListener listener) throws IOException, TimeoutException {
        var socket = new LiveWebSocket(listener, sockets::remove);
        sockets.add(socket);
        var opening = client.newWebSocketBuilder().buildAsync(uri, socket.hearing());
        var open = false;
        try {
            socket.opened(opening.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
            open = true;
            return socket;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.UNAVAILABLE.because("http.interrupted", "The request was interrupted");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException answered) {
                throw refused(uri, answered.getResponse().statusCode());
            }
            throw new IOException(e.getCause() == null ? e : e.getCause());
        } finally {
            if (!open) {
                socket.close();
                var unused = opening.thenAccept(java.net.http.WebSocket::abort);
            }
        }
    }

    private static RuntimeException refused(URI uri, int status) {
        return Problem.UNAVAILABLE.because(
                "http.web-socket",
                uri.getHost() + " answers " + status + " and opens no WebSocket",
                Map.of("host", uri.getHost(), "status", status));
    }

    private void look() {
        sockets.forEach(LiveWebSocket::look);
    }

    @Override
    public void close() {
        clock.shutdownNow();
        Set.copyOf(sockets).forEach(LiveWebSocket::close);
    }

    private static Thread thread(Runnable task) {
        var thread = new Thread(task, "patchbay-http-sockets");
        thread.setDaemon(true);
        return thread;
    }
}
