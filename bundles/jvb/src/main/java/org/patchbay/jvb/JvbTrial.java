package org.patchbay.jvb;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.http.TrustedHttp;
import org.patchbay.api.http.WebSocketListener;
import org.patchbay.jvb.colibri.ColibriClient;
import org.patchbay.jvb.colibri.ColibriException;
import org.patchbay.jvb.colibri.ColibriRequests;
import org.patchbay.jvb.colibri.EndpointReply;
import org.patchbay.spi.media.ConferenceId;
import org.patchbay.spi.media.EndpointId;

/** Tries a videobridge out: a conference, an endpoint, and its WebSocket. Blocks for some seconds at most. Thread-safe. */
@Component(service = JvbTrial.class)
public final class JvbTrial {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final TrustedHttp http;

    @Activate
    public JvbTrial(@Reference TrustedHttp http) {
        this.http = http;
    }

    JvbCheck of(URI url) {
        var client = new ColibriClient(http, url, PATIENCE);
        String version;
        try {
            version = client.version();
        } catch (ColibriException e) {
            return JvbCheck.bad(Optional.empty(), "jvb.unreachable", String.valueOf(e.getMessage()));
        }
        try {
            client.health();
        } catch (ColibriException e) {
            return JvbCheck.bad(Optional.of(version), "jvb.unhealthy", String.valueOf(e.getMessage()));
        }
        var conference = new ConferenceId("trial-" + UUID.randomUUID());
        try {
            client.create(ColibriRequests.create(conference));
            var endpoint = new EndpointId("00000001");
            EndpointReply reply = EndpointReply.read(
                    client.change(conference.value(), ColibriRequests.about(ColibriRequests.newEndpoint(endpoint))),
                    endpoint);
            JvbCheck check = channel(version, reply);
            client.change(conference.value(), ColibriRequests.expire());
            return check;
        } catch (ColibriException e) {
            return JvbCheck.bad(Optional.of(version), "jvb.refused", String.valueOf(e.getMessage()));
        }
    }

    private JvbCheck channel(String version, EndpointReply reply) {
        if (reply.socket().isEmpty()) {
            return JvbCheck.bad(Optional.of(version), "jvb.no-sockets", "Its WebSockets are off");
        }
        if (reply.transport().candidates().isEmpty()) {
            return JvbCheck.bad(Optional.of(version), "jvb.no-candidates", "It has no address for media");
        }
        URI socket = reply.socket().get();
        var hello = new CompletableFuture<String>();
        try (var open = http.open(socket, PATIENCE, new Hello(hello))) {
            hello.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return JvbCheck.good(version);
        } catch (PatchbayException | ExecutionException | TimeoutException e) {
            String where = socket.getScheme() + "://" + socket.getAuthority();
            return JvbCheck.bad(
                    Optional.of(version), "jvb.socket", "Its WebSocket at " + where + " does not open from here");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return JvbCheck.bad(Optional.of(version), "jvb.socket", "The trial was interrupted");
        }
    }

    /** A videobridge greets whoever opens its WebSocket. */
    private record Hello(CompletableFuture<String> came) implements WebSocketListener {

        @Override
        public void text(String text) {
            came.complete(text);
        }

        @Override
        public void closed(int code, String reason) {
            came.completeExceptionally(new IllegalStateException("closed with " + code));
        }
    }
}
