package org.patchbay.testing.media;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.patchbay.api.http.WebSocket;
import org.patchbay.api.http.WebSocketListener;
import org.patchbay.testing.http.LoopbackTrustedHttp;

/**
 * One end of the line between two stand-ins. Its packets go over the relays' WebSocket; they flow when each side has heard of
 * the other what its transport is, in opposite roles. Thread-safe.
 */
final class StubRelay {

    private static final Duration OPENING = Duration.ofSeconds(5);
    private static final String HELLO = "hello ";
    private static final String WELCOME = "welcome";

    private final String id;
    private final boolean controlling;
    private final String pwd = UUID.randomUUID().toString();
    private final ObjectNode own;
    private final Consumer<String> heard;
    private final Executor threads;
    private String other = "";
    private String hello = "";
    private boolean linked;
    private volatile boolean deaf;
    private final AtomicLong received = new AtomicLong();
    private final AtomicLong sent = new AtomicLong();
    private @Nullable Consumer<String> line;
    private @Nullable Runnable end;

    /** A relay to the videobridge of that id, whose WebSockets begin with that; hears what the other side sends. */
    StubRelay(JsonNode request, String socketBase, Consumer<String> heard, Executor threads) {
        this.id = request.path("id").asText();
        JsonNode transport = request.path("transport");
        this.controlling = transport.path("ice-controlling").asBoolean();
        if (controlling != transport.path("use-unique-port").asBoolean()) {
            throw ColibriRefusal.refused("Of two relays the controlling one has a port of its own");
        }
        this.heard = heard;
        this.threads = threads;
        this.own = describe(socketBase);
    }

    private ObjectNode describe(String socketBase) {
        String random = UUID.randomUUID().toString().replace("-", "");
        ObjectNode ice = JsonNodeFactory.instance.objectNode();
        ice.put("xmlns", "urn:xmpp:jingle:transports:ice-udp:1");
        ice.put("pwd", random.substring(0, 26)).put("ufrag", random.substring(26));
        ice.putArray("fingerprints")
                .addObject()
                .put("fingerprint", (random.substring(0, 2).toUpperCase(java.util.Locale.ROOT) + ":AB".repeat(31)))
                .put("setup", "actpass")
                .put("hash", "sha-256");
        ice.putArray("candidates")
                .addObject()
                .put("component", "1")
                .put("foundation", "1")
                .put("generation", "0")
                .put("id", "c1")
                .put("network", "0")
                .put("priority", "2130706431")
                .put("protocol", "udp")
                .put("type", "host")
                .put("ip", "127.0.0.1")
                .put("port", controlling ? "46773" : "10901");
        ice.putArray("web-sockets").add(socketBase + id + "?pwd=" + pwd);
        return ice.put("rtcp-mux", true);
    }

    ObjectNode own() {
        return own;
    }

    private static String identity(JsonNode ice) {
        return ice.path("ufrag").asText() + "," + ice.path("pwd").asText() + ","
                + ice.path("fingerprints").path(0).path("fingerprint").asText();
    }

    /** Hears the other side's transport. */
    void connect(JsonNode ice) {
        String setup = ice.path("fingerprints").path(0).path("setup").asText();
        if (!setup.equals(controlling ? "passive" : "active")) {
            throw ColibriRefusal.refused("Both sides of relay " + id + " would wait for the other's DTLS");
        }
        if (ice.has("web-sockets") != controlling) {
            throw ColibriRefusal.refused("One side alone opens the WebSocket of relay " + id);
        }
        synchronized (this) {
            other = identity(ice);
        }
        if (controlling) {
            var uri = URI.create(ice.path("web-sockets").path(0).asText());
            threads.execute(() -> open(uri));
        } else {
            welcome();
        }
    }

    private void open(URI uri) {
        WebSocket socket = new LoopbackTrustedHttp().open(uri, OPENING, new WebSocketListener() {
            @Override
            public void text(String text) {
                StubRelay.this.text(text);
            }

            @Override
            public void closed(int code, String reason) {
                cut();
            }
        });
        synchronized (this) {
            line = socket::send;
            end = socket::close;
            socket.send(HELLO + other + " " + identity(own));
        }
    }

    synchronized boolean admits(String password) {
        return pwd.equals(password) && !controlling;
    }

    synchronized void opened(StubSocket socket) {
        line = socket::send;
        end = socket::cut;
    }

    /** What came over the line. */
    void text(String text) {
        if (text.startsWith(HELLO)) {
            synchronized (this) {
                hello = text.substring(HELLO.length());
            }
            welcome();
        } else if (text.equals(WELCOME)) {
            synchronized (this) {
                linked = controlling;
            }
        } else if (isLinked() && !deaf) {
            received.incrementAndGet();
            heard.accept(text);
        }
    }

    /** Both sides must have been told of each other what the other one said. */
    private synchronized void welcome() {
        Consumer<String> open = line;
        if (open != null && !other.isEmpty() && hello.equals(identity(own) + " " + other)) {
            linked = true;
            open.accept(WELCOME);
        }
    }

    synchronized boolean isLinked() {
        return linked;
    }

    /** Sends a text once linked. */
    void send(String text) {
        Consumer<String> open;
        synchronized (this) {
            open = linked ? line : null;
        }
        if (open != null) {
            sent.incrementAndGet();
            if (!deaf) {
                open.accept(text);
            }
        }
    }

    /** Nothing comes through any more, and neither side is told, as where a firewall begins to drop packets. */
    void deafen() {
        deaf = true;
    }

    /** What is told of it to who debugs. */
    ObjectNode debug() {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putObject("ice_transport")
                .put("iceConnected", isLinked())
                .put("iceFailed", false)
                .put("num_packets_received", received.get())
                .put("num_packets_sent", sent.get());
        answer.putObject("dtls_transport").put("is_connected", isLinked());
        return answer;
    }

    private synchronized void cut() {
        linked = false;
        line = null;
    }

    void close() {
        Runnable last;
        synchronized (this) {
            last = end;
            cut();
        }
        if (last != null) {
            last.run();
        }
    }
}
