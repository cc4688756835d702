package org.patchbay.testing.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.patchbay.api.Problem;
import org.patchbay.api.http.HttpCall;
import org.patchbay.api.http.HttpReply;
import org.patchbay.api.http.TrustedHttp;
import org.patchbay.api.http.WebSocket;
import org.patchbay.api.http.WebSocketListener;

/** Real requests and WebSockets, to stand-ins on the loopback address alone. Thread-safe. */
public final class LoopbackTrustedHttp implements TrustedHttp {

    private static final Executor LATER = CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    @Override
    public HttpReply send(HttpCall call) {
        requireLoopback(call.uri());
        HttpRequest.Builder request = HttpRequest.newBuilder(call.uri()).timeout(call.timeout());
        call.headers().forEach(request::header);
        request.method(call.method(), call.body().map(BodyPublishers::ofString).orElseGet(BodyPublishers::noBody));
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            return new HttpReply(
                    response.statusCode(), new TreeMap<>(response.headers().map()), response.body());
        } catch (IOException e) {
            throw Problem.UNAVAILABLE.because("http.unreachable", call.uri().getHost() + " does not answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.UNAVAILABLE.because("http.interrupted", "The request was given up");
        }
    }

    @Override
    public WebSocket open(URI uri, Duration timeout, WebSocketListener listener) {
        requireLoopback(uri);
        try {
            var hearing = new Hearing(listener);
            var socket = client.newWebSocketBuilder()
                    .buildAsync(uri, hearing)
                    .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
            LATER.execute(() -> look(socket, hearing));
            return new Open(socket, hearing);
        } catch (CompletionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException answered) {
                throw Problem.UNAVAILABLE.because(
                        "http.web-socket",
                        "There is no WebSocket",
                        Map.of("status", answered.getResponse().statusCode()));
            }
            throw Problem.UNAVAILABLE.because("http.unreachable", uri.getHost() + " does not answer");
        }
    }

    /** The JDK's client says nothing of a connection that ends while it tells a text: what cannot be pinged is closed. */
    private static void look(java.net.http.WebSocket socket, Hearing hearing) {
        if (!hearing.closed.get()) {
            var unused = socket.sendPing(ByteBuffer.allocate(0)).whenComplete((done, failure) -> {
                if (failure == null) {
                    LATER.execute(() -> look(socket, hearing));
                } else {
                    hearing.ended(1006, "cannot be pinged");
                }
            });
        }
    }

    private static void requireLoopback(URI uri) {
        if (!"127.0.0.1".equals(uri.getHost())) {
            throw Problem.FORBIDDEN.because("http.address", "The address " + uri.getHost() + " is refused");
        }
    }

    private static final class Open implements WebSocket {

        private final java.net.http.WebSocket socket;
        private final Hearing hearing;
        private CompletableFuture<?> last = CompletableFuture.completedFuture(null);

        Open(java.net.http.WebSocket socket, Hearing hearing) {
            this.socket = socket;
            this.hearing = hearing;
        }

        @Override
        public synchronized boolean send(String text) {
            last = last.thenCompose(done -> socket.sendText(text, true));
            return !socket.isOutputClosed();
        }

        @Override
        public synchronized void close() {
            hearing.closed.set(true);
            last = last.thenCompose(done -> socket.sendClose(java.net.http.WebSocket.NORMAL_CLOSURE, ""));
        }
    }

    private static final class Hearing implements java.net.http.WebSocket.Listener {

        private final WebSocketListener listener;
        private final StringBuilder text = new StringBuilder();
        private final AtomicBoolean closed = new AtomicBoolean();

        Hearing(WebSocketListener listener) {
            this.listener = listener;
        }

        @Override
        public @Nullable CompletionStage<?> onText(java.net.http.WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                listener.text(text.toString());
                text.setLength(0);
            }
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
            ended(1006, error.getClass().getSimpleName());
        }

        private void ended(int code, String reason) {
            if (closed.compareAndSet(false, true)) {
                listener.closed(code, reason);
            }
        }
    }
}
