package org.patchbay.testing.media;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.patchbay.spi.media.BridgeException;
import org.patchbay.spi.media.MediaBridge;

/**
 * A stand-in for Jitsi Videobridge, after recorded requests and answers: its private REST interface and its WebSockets, on
 * loopback ports. It refuses what the real one refuses; the media is that of another bridge. Thread-safe.
 */
public final class JvbStub implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CONFERENCES = "/colibri/v2/conferences";

    private final Map<String, StubConference> conferences = new ConcurrentHashMap<>();
    private final List<String> refusals = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(JvbStub::thread);
    private final MediaBridge media;
    private final HttpServer server;
    private final StubSockets sockets;
    private final StubRelays.Setup relays;
    private volatile boolean healthy = true;
    private volatile boolean draining;
    private volatile double stress = 0.1;
    private volatile CountDownLatch hold = new CountDownLatch(0);

    /** A stand-in whose media is that of this bridge, on any free port. */
    public JvbStub(MediaBridge media) throws IOException {
        this(media, 0);
    }

    /** A stand-in whose REST interface is on that port. */
    public JvbStub(MediaBridge media, int port) throws IOException {
        this(media, port, "", () -> {
            throw new IllegalStateException("Without an id there are no relays");
        });
    }

    /**
     * A stand-in that takes part in cascades under that id, unless it is empty; peers send what comes from others, and are the
     * server of who listens.
     */
    public JvbStub(MediaBridge media, String relayId, Supplier<MediaPeer> peers) throws IOException {
        this(media, 0, relayId, peers);
    }

    private JvbStub(MediaBridge media, int port, String relayId, Supplier<MediaPeer> peers) throws IOException {
        this.media = media;
        this.sockets = new StubSockets(this::find, refusals::add, threads, () -> hold.await());
        this.relays = new StubRelays.Setup(relayId, sockets.relayBase(), threads, peers);
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    /** Where its REST interface is. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** What it refused; empty after a client that does everything right. */
    public List<String> refusals() {
        return List.copyOf(refusals);
    }

    /** The requests about conferences so far: method, path and body. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /** How many conferences there are. */
    public int conferences() {
        return conferences.size();
    }

    public void healthy(boolean is) {
        healthy = is;
    }

    public void draining(boolean is) {
        draining = is;
    }

    public void stress(double level) {
        stress = level;
    }

    /** Answers nothing any more, until let go on. */
    public void hang() {
        hold = new CountDownLatch(1);
    }

    /** Answers again. */
    public void goOn() {
        hold.countDown();
    }

    /** Ends the media of everybody who listens only. */
    public void dropListeners() {
        conferences.values().forEach(StubConference::dropListeners);
    }

    /** How many endpoints are connected that listen only. */
    public int listeners() {
        return conferences.values().stream().mapToInt(StubConference::listeners).sum();
    }

    /** Relays there are now carry nothing any more, without a word; those made later do. */
    public void deafenRelays() {
        conferences.values().forEach(conference -> conference.relays().deafen());
    }

    /** Breaks every WebSocket. */
    public void cutSockets() {
        conferences.values().forEach(StubConference::cut);
    }

    /** Knows nothing of any conference, as after a restart. */
    public void forget() {
        List<StubConference> all = List.copyOf(conferences.values());
        conferences.clear();
        all.forEach(conference -> {
            conference.cut();
            conference.relays().close();
        });
    }

    private void serve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        try (exchange) {
            hold.await();
            if (path.startsWith(CONFERENCES)) {
                requests.add(exchange.getRequestMethod() + " " + path + " " + body);
            }
            respond(exchange, path, body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void respond(HttpExchange exchange, String path, String body) throws IOException {
        try {
            answer(exchange, 200, "application/json", reply(exchange.getRequestMethod(), path, body));
        } catch (ColibriRefusal e) {
            refusals.add(exchange.getRequestMethod() + " " + path + " " + e.status() + " " + e.getMessage());
            answer(exchange, e.status(), "text/html", e.status() == 404 ? "" : e.page(url() + path));
        }
    }

    private static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private String reply(String method, String path, String body) {
        if (path.equals(CONFERENCES) && method.equals("POST")) {
            return create(parse(body)).toString();
        }
        if (path.startsWith(CONFERENCES + "/")) {
            String meeting = path.substring(CONFERENCES.length() + 1);
            StubConference conference = Optional.ofNullable(conferences.get(meeting))
                    .orElseThrow(() -> new ColibriRefusal(404, "Not Found"));
            if (!method.equals("PATCH")) {
                throw new ColibriRefusal(501, "Not Implemented");
            }
            return change(meeting, conference, parse(body)).toString();
        }
        if (method.equals("GET")) {
            return get(path);
        }
        throw new ColibriRefusal(404, "Not Found");
    }

    private String get(String path) {
        if (path.equals("/about/health")) {
            if (!healthy) {
                throw new ColibriRefusal(500, "No valid addresses available for ICE.");
            }
            return "";
        }
        if (path.equals("/about/version")) {
            return "{\"name\":\"JVB\",\"version\":\"2.3.stand-in\",\"os\":\"Linux\"}";
        }
        if (path.equals("/colibri/stats")) {
            return stats().toString();
        }
        String[] parts = path.split("/", -1);
        if (path.startsWith("/debug/") && parts.length == 4) {
            return find(parts[2])
                    .map(conference -> conference.debug(parts[3]))
                    .orElseGet(JSON::createObjectNode)
                    .toString();
        }
        throw new ColibriRefusal(404, "Not Found");
    }

    private ObjectNode stats() {
        int participants =
                conferences.values().stream().mapToInt(StubConference::size).sum();
        int others = conferences.values().stream()
                .mapToInt(conference -> conference.relays().size())
                .sum();
        ObjectNode stats = JSON.createObjectNode();
        if (!relays.relayId().isEmpty()) {
            stats.put("relay_id", relays.relayId());
        }
        return stats.put("stress_level", stress)
                .put("conferences", conferences.size())
                .put("participants", participants + others)
                .put("local_endpoints", participants)
                .put("endpoints", participants)
                .put("total_packets_received", media.stats().packetsReceived())
                .put("total_packets_sent", media.stats().packetsSent())
                .put("total_bytes_received", media.stats().bytesReceived())
                .put("total_bytes_sent", media.stats().bytesSent())
                .put("graceful_shutdown", false)
                .put("shutting_down", false)
                .put("drain", draining)
                .put("healthy", healthy)
                .put("version", "2.3.stand-in");
    }

    private static JsonNode parse(String body) {
        try {
            JsonNode json = JSON.readTree(body);
            if (json != null && json.isObject()) {
                return json;
            }
        } catch (JsonProcessingException e) {
            throw new ColibriRefusal(400, "Failed to create conference, could not parse JSON");
        }
        throw new ColibriRefusal(400, "Bad Request");
    }

    private JsonNode create(JsonNode request) {
        ColibriShape.check(request, true);
        String meeting = request.path("meeting-id").asText();
        var conference = new StubConference(meeting, media, sockets.base(), relays);
        if (conferences.putIfAbsent(meeting, conference) != null) {
            throw ColibriRefusal.refused("Conference already exists for ID: " + meeting);
        }
        return media(() -> {
            conference.open();
            return handle(conference, request);
        });
    }

    private JsonNode change(String meeting, StubConference conference, JsonNode request) {
        ColibriShape.check(request, false);
        return media(() -> {
            ObjectNode answer =
                    request.path("expire").asBoolean() ? JSON.createObjectNode() : handle(conference, request);
            // The real one ends a conference with its last endpoint.
            if ((request.path("expire").asBoolean() || conference.isEmpty())
                    && conferences.remove(meeting, conference)) {
                conference.expire();
            }
            return answer;
        });
    }

    private static ObjectNode handle(StubConference conference, JsonNode request) throws BridgeException {
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode endpoints = JSON.createArrayNode();
        boolean creates = request.path("create").asBoolean();
        for (JsonNode endpoint : request.path("endpoints")) {
            endpoints.add(conference.handle(endpoint));
            creates |= endpoint.path("create").asBoolean();
        }
        for (JsonNode relay : request.path("relays")) {
            answer.putArray("relays").add(conference.relays().handle(relay));
        }
        if (!endpoints.isEmpty()) {
            answer.set("endpoints", endpoints);
        }
        if (creates) {
            ArrayNode sources = answer.putArray("sources");
            for (String type : List.of("audio", "video")) {
                String name = "jvb-" + type.charAt(0) + "0";
                ObjectNode source = sources.addObject().put("type", type).put("id", name);
                source.putArray("sources")
                        .addObject()
                        .put("ssrc", 77 + type.length())
                        .put("name", name);
            }
        }
        return answer;
    }

    private static JsonNode media(Work work) {
        try {
            return work.run();
        } catch (BridgeException e) {
            throw e.reason() == BridgeException.Reason.NO_CONFERENCE
                    ? new ColibriRefusal(404, "Not Found")
                    : ColibriRefusal.refused(String.valueOf(e.getMessage()));
        }
    }

    private interface Work {
        JsonNode run() throws BridgeException;
    }

    private Optional<StubConference> find(String key) {
        return conferences.values().stream()
                .filter(conference -> conference.key().equals(key))
                .findFirst();
    }

    @Override
    public void close() throws IOException {
        goOn();
        server.stop(0);
        sockets.close();
        forget();
        threads.shutdownNow();
    }

    private static Thread thread(Runnable task) {
        var thread = new Thread(task, "jvb-stub");
        thread.setDaemon(true);
        return thread;
    }
}
