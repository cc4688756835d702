package org.patchbay.testing.media;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import org.patchbay.spi.media.BridgeException;

/** The WebSockets of the stand-in, on a port of their own. Thread-safe. */
final class StubSockets implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PATH = "/colibri-ws/jvb1/";
    private static final String RELAY_PATH = "/colibri-relay-ws/jvb1/";

    private final ServerSocket server;
    private final Function<String, Optional<StubConference>> conferences;
    private final Consumer<String> refused;
    private final Executor threads;
    private final Patience patience;

    /** Serves at once, each connection after the patience. */
    StubSockets(
            Function<String, Optional<StubConference>> conferences,
            Consumer<String> refused,
            Executor threads,
            Patience patience)
            throws IOException {
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.conferences = conferences;
        this.refused = refused;
        this.threads = threads;
        this.patience = patience;
        threads.execute(this::accept);
    }

    /** What an address begins with. */
    String base() {
        return "ws://127.0.0.1:" + server.getLocalPort() + PATH;
    }

    /** What the address of a relay begins with. */
    String relayBase() {
        return "ws://127.0.0.1:" + server.getLocalPort() + RELAY_PATH;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                threads.execute(() -> converse(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void converse(Socket socket) {
        try (socket) {
            patience.await();
            StubSocket.serve(socket, this::judge, this::opened, new Hearer());
        } catch (IOException e) {
            // The other side went away.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int judge(String target) {
        var uri = URI.create(target);
        String[] parts = parts(target);
        String pwd = String.valueOf(uri.getQuery()).replaceFirst("^pwd=", "");
        if (uri.getPath().startsWith(RELAY_PATH)) {
            return relay(target).filter(relay -> relay.admits(pwd)).isPresent() ? 101 : 403;
        }
        if (!uri.getPath().startsWith(PATH) || parts.length != 5) {
            return 404;
        }
        boolean admitted = conferences
                .apply(parts[3])
                .filter(conference -> conference.admits(parts[4], pwd))
                .isPresent();
        return admitted ? 101 : 403;
    }

    private void opened(StubSocket socket) {
        String[] parts = parts(socket.target());
        relay(socket.target()).ifPresentOrElse(relay -> relay.opened(socket), () -> conferences
                .apply(parts[3])
                .ifPresent(conference -> conference.opened(parts[4], socket)));
    }

    private Optional<StubRelay> relay(String target) {
        String[] parts = parts(target);
        return target.startsWith(RELAY_PATH) && parts.length == 5
                ? conferences
                        .apply(parts[3])
                        .flatMap(conference -> conference.relays().find(parts[4]))
                : Optional.empty();
    }

    private static String[] parts(String target) {
        return URI.create(target).getPath().split("/", -1);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    /** Waits until connections may be served. */
    interface Patience {
        void await() throws InterruptedException;
    }

    private final class Hearer implements StubSocket.Hearer {

        @Override
        public void heard(StubSocket socket, String text) {
            String[] parts = parts(socket.target());
            Optional<StubRelay> relay = relay(socket.target());
            if (relay.isPresent()) {
                relay.get().text(text);
                return;
            }
            try {
                JsonNode message = JSON.readTree(text);
                if (!message.path("colibriClass").asText().equals("ReceiverVideoConstraints")) {
                    refused.accept("message " + text);
                    return;
                }
                // One that ended while the message was on its way takes its sockets along.
                Optional<StubConference> conference = conferences.apply(parts[3]);
                if (conference.isPresent()) {
                    conference.get().wants(parts[4], message);
                }
            } catch (JsonProcessingException | RuntimeException | BridgeException e) {
                refused.accept("message " + text + ": " + e.getMessage());
            }
        }

        @Override
        public void ended(StubSocket socket) {
            String[] parts = parts(socket.target());
            if (!socket.target().startsWith(RELAY_PATH)) {
                conferences.apply(parts[3]).ifPresent(conference -> conference.closed(parts[4], socket));
            }
        }
    }
}
