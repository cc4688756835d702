package org.patchbay.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.patchbay.testing.Patience;
import org.patchbay.web.fake.FakePortals;

/** A WebSocket client as a page of acme's portal opens one. */
final class LiveClient implements WebSocket.Listener, AutoCloseable {

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final CompletableFuture<String> closed = new CompletableFuture<>();
    private final StringBuilder partial = new StringBuilder();
    private final boolean reading;
    final WebSocket socket;

    private LiveClient(WebSocket.Builder builder, int port, boolean reading) {
        this.reading = reading;
        this.socket = builder.buildAsync(URI.create("ws://127.0.0.1:" + port + "/api/v1/live"), this)
                .join();
    }

    static WebSocket.Builder builder(int port, String session) {
        return builder(port, session, "http://" + FakePortals.ACME.host() + ":" + port);
    }

    static WebSocket.Builder builder(int port, String session, String origin) {
        var host = FakePortals.ACME.host() + ":" + port;
        return HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("Host", host)
                .header("Origin", origin)
                .header("Cookie", "__Host-patchbay=secret-" + session);
    }

    static LiveClient of(WebSocket.Builder builder, int port) {
        return new LiveClient(builder, port, true);
    }

    static LiveClient as(String session, int port) {
        return of(builder(port, session), port);
    }

    /** One that never reads. */
    static LiveClient deaf(String session, int port) {
        return new LiveClient(builder(port, session), port, false);
    }

    LiveClient greet(String session) throws InterruptedException {
        say("{\"hello\":{\"csrfToken\":\"csrf-" + session + "\"}}");
        if (reading) {
            assertThat(next()).startsWith("{\"hello\":{\"caller\":{\"kind\":");
        }
        return this;
    }

    LiveClient say(String text) {
        socket.sendText(text, true).join();
        return this;
    }

    String next() throws InterruptedException {
        var text = heard.poll(Patience.SECONDS, TimeUnit.SECONDS);
        return text == null ? "nothing" : text;
    }

    String closing() throws Exception {
        return closed.get(Patience.SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void onOpen(WebSocket opened) {
        if (reading) {
            opened.request(Long.MAX_VALUE);
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            heard.add(partial.toString());
            partial.setLength(0);
        }
        return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        closed.complete(status + " " + reason);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.complete("broken");
    }

    @Override
    public void close() {
        socket.abort();
    }
}
