package org.patchbay.testing.crm;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.patchbay.api.crm.JournalEntry;

/**
 * Stands for {@code api.hubapi.com}: refuses what HubSpot refuses, with its words. Also a program, for demonstrations:
 * {@code java -cp bundles/testing/target/classes org.patchbay.testing.crm.HubSpotStub PORT TOKEN}. Beside HubSpot's own
 * paths, and without a token, {@code GET /__log} answers the requests so far, {@code GET /__records} what is kept,
 * {@code POST /__contacts} takes a contact's properties, and {@code POST /__switches} the faults to come.
 */
public final class HubSpotStub implements CrmServer {

    private static final int MAX_BODY = 1 << 20;

    private final HubSpotRecords records = new HubSpotRecords();
    private final HubSpotSwitches switches = new HubSpotSwitches();
    private final HubSpotApi api = new HubSpotApi(records);
    private final List<Map<String, Object>> log = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final String token;

    /** Listens on the loopback address; port 0 takes any. */
    public HubSpotStub(int port, String token) {
        this.token = token;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
        } catch (IOException e) {
            throw new IllegalStateException("The stub cannot listen on port " + port, e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** Runs until ended. */
    public static void main(String[] args) {
        if (args.length != 2) {
            throw new IllegalArgumentException("usage: HubSpotStub PORT TOKEN");
        }
        System.out.println("HubSpot stub on " + new HubSpotStub(Integer.parseInt(args[0]), args[1]).address());
    }

    /** Where it listens. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The requests so far: method, path, body and the status of the answer. */
    public List<Map<String, Object>> log() {
        return List.copyOf(log);
    }

    @Override
    public String seed(String firstName, String lastName, String email, String phone) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("firstname", firstName);
        properties.put("lastname", lastName);
        properties.put("email", email);
        properties.put("phone", phone);
        return records.create(HubSpotSchema.CONTACTS, properties, List.of(), true).id;
    }

    @Override
    public int contacts() {
        return records.all(HubSpotSchema.CONTACTS).size();
    }

    @Override
    public List<Journaled> journal() {
        return Stream.concat(
                        journaled(HubSpotSchema.CALLS, JournalEntry.Kind.CALL, "hs_call_title"),
                        journaled(HubSpotSchema.MEETINGS, JournalEntry.Kind.MEETING, "hs_meeting_title"))
                .toList();
    }

    @Override
    public void forget(String entry) {
        records.delete(HubSpotSchema.CALLS, entry);
        records.delete(HubSpotSchema.MEETINGS, entry);
    }

    @Override
    public void limitNext(int requests, int retryAfterSeconds) {
        switches.limitNext(requests, retryAfterSeconds);
    }

    @Override
    public void failNext(int requests) {
        switches.failNext(requests);
    }

    @Override
    public void delay(Duration latency) {
        switches.delay(latency);
    }

    @Override
    public void lagSearch(Duration lag) {
        records.lag(lag);
    }

    @Override
    public int requests() {
        return log.size();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readNBytes(MAX_BODY), UTF_8);
        String path = exchange.getRequestURI().getPath();
        Reply reply;
        try {
            reply = path.startsWith("/__")
                    ? ownReply(exchange.getRequestMethod(), path, body)
                    : vendorReply(exchange, body);
        } catch (HubSpotRefusal refusal) {
            reply = new Reply(refusal.status(), refusal.json());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        if (!path.startsWith("/__")) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("method", exchange.getRequestMethod());
            line.put("path", exchange.getRequestURI().toString());
            line.put("body", body);
            line.put("status", reply.status);
            log.add(line);
        }
        send(exchange, reply);
    }

    private Reply vendorReply(HttpExchange exchange, String body) throws InterruptedException {
        switches.apply();
        Optional<String> authorization =
                Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"));
        if (!authorization.equals(Optional.of("Bearer " + token))) {
            throw HubSpotRefusal.unauthenticated();
        }
        String type = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type"))
                .orElse("");
        if (!body.isEmpty() && !type.startsWith("application/json")) {
            throw new HubSpotRefusal(415, "VALIDATION_ERROR", "Unsupported Media Type");
        }
        HubSpotApi.Reply reply =
                api.answer(exchange.getRequestMethod(), exchange.getRequestURI().getPath(), body);
        return new Reply(reply.status(), JsonText.write(reply.json()));
    }

    private Reply ownReply(String method, String path, String body) {
        switch (method + ' ' + path) {
            case "GET /__log" -> {
                return new Reply(200, JsonText.write(Map.of("requests", log)));
            }
            case "DELETE /__log" -> log.clear();
            case "GET /__records" -> {
                return new Reply(200, JsonText.write(kept()));
            }
            case "POST /__contacts" -> records.create(HubSpotSchema.CONTACTS, JsonText.read(body), List.of(), true);
            case "POST /__switches" -> {
                if (JsonText.read(body) instanceof Map<?, ?> given) {
                    switches.read(given, records);
                }
            }
            default -> throw HubSpotRefusal.notFound();
        }
        return new Reply(200, "{}");
    }

    private Map<String, Object> kept() {
        Map<String, Object> all = new LinkedHashMap<>();
        for (HubSpotSchema type : HubSpotSchema.values()) {
            List<Map<String, Object>> rows = new ArrayList<>();
            for (HubSpotRecords.Row row : records.all(type)) {
                Map<String, Object> json = row.json(List.copyOf(row.properties.keySet()));
                json.put("contacts", List.copyOf(row.contacts));
                rows.add(json);
            }
            all.put(type.path(), rows);
        }
        return all;
    }

    private Stream<Journaled> journaled(HubSpotSchema type, JournalEntry.Kind kind, String title) {
        return records.all(type).stream()
                .map(row -> new Journaled(row.id, kind, row.properties.getOrDefault(title, ""), row.contacts));
    }

    private void send(HttpExchange exchange, Reply reply) throws IOException {
        byte[] bytes = reply.json.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json;charset=utf-8");
        if (reply.status == 429) {
            exchange.getResponseHeaders().set("Retry-After", String.valueOf(switches.retryAfterSeconds()));
        }
        exchange.sendResponseHeaders(reply.status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private record Reply(int status, String json) {}
}
