package org.patchbay.testing.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A strict stand-in for an S3-compatible store with one bucket: it refuses wrong signatures, parts out of order and parts
 * that are too small, and answers in XML as the real one does. Thread-safe.
 */
public final class S3Stub implements AutoCloseable {

    /** The only bucket. */
    public static final String BUCKET = "recordings";

    /** The region that signatures name. */
    public static final String REGION = "eu-test-1";

    /** The id of the only access key. */
    public static final String KEY_ID = "stand-in";

    /** The only access key. */
    public static final String KEY = "a key that is not one";

    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d+)");
    private static final Pattern PART =
            Pattern.compile("<Part><PartNumber>(\\d+)</PartNumber><ETag>&quot;([^&]+)&quot;</ETag></Part>");

    private final HttpServer server;
    private final int leastPart;
    private final Map<String, byte[]> objects = new ConcurrentHashMap<>();
    private final Map<String, Map<Integer, byte[]>> uploads = new ConcurrentHashMap<>();
    private final List<String> refusals = new CopyOnWriteArrayList<>();

    private volatile boolean away;
    private volatile Runnable whenPut = () -> {};

    /** Begins on a free port; every part but the last has at least so many bytes. */
    public S3Stub(int leastPart) throws IOException {
        this.leastPart = leastPart;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Where it is. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** What is in the bucket. */
    public Map<String, byte[]> objects() {
        return Map.copyOf(objects);
    }

    /** Whether it answers everything by 503, as one does that cannot serve now. */
    public void away(boolean now) {
        away = now;
    }

    /** Does this when an object is put. */
    public void whenPut(Runnable work) {
        whenPut = work;
    }

    /** How many uploads have begun and not ended. */
    public int openUploads() {
        return uploads.size();
    }

    /** Why requests were refused. */
    public List<String> refusals() {
        return List.copyOf(refusals);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            URI uri = exchange.getRequestURI();
            Optional<String> fault = SignedRequest.fault(
                    exchange.getRequestMethod(), uri, exchange.getRequestHeaders(), body, REGION, KEY_ID, KEY);
            if (away) {
                refuse(exchange, 503, "ServiceUnavailable");
            } else if (fault.isPresent()) {
                refuse(exchange, 403, fault.get());
            } else if (!uri.getRawPath().startsWith("/" + BUCKET + "/")) {
                refuse(exchange, 404, "NoSuchBucket");
            } else {
                serve(exchange, uri.getRawPath().substring(BUCKET.length() + 2), query(uri), body);
            }
        }
    }

    private static Map<String, String> query(URI uri) {
        return uri.getRawQuery() == null
                ? Map.of()
                : Arrays.stream(uri.getRawQuery().split("&"))
                        .map(one -> one.split("=", 2))
                        .collect(Collectors.toMap(
                                one -> one[0], one -> one.length > 1 ? URLDecoder.decode(one[1], UTF_8) : ""));
    }

    private void serve(HttpExchange exchange, String key, Map<String, String> query, byte[] body) throws IOException {
        String upload = query.getOrDefault("uploadId", "");
        switch (exchange.getRequestMethod() + (upload.isEmpty() ? "" : " part")) {
            case "PUT" -> {
                objects.put(key, body);
                whenPut.run();
                tagged(exchange, "whole");
            }
            case "POST" -> begin(exchange, query);
            case "PUT part" -> part(exchange, upload, Integer.parseInt(query.getOrDefault("partNumber", "0")), body);
            case "POST part" -> join(exchange, key, upload, new String(body, UTF_8));
            case "DELETE part" -> {
                uploads.remove(upload);
                exchange.sendResponseHeaders(204, -1);
            }
            case "DELETE" -> {
                objects.remove(key);
                exchange.sendResponseHeaders(204, -1);
            }
            case "GET" -> read(exchange, key);
            default -> refuse(exchange, 405, "MethodNotAllowed");
        }
    }

    private void begin(HttpExchange exchange, Map<String, String> query) throws IOException {
        if (!query.containsKey("uploads")) {
            refuse(exchange, 400, "InvalidRequest");
            return;
        }
        String id = UUID.randomUUID() + "/+=";
        uploads.put(id, new TreeMap<>());
        send(
                exchange,
                200,
                "<InitiateMultipartUploadResult><UploadId>" + id + "</UploadId></InitiateMultipartUploadResult>");
    }

    private void part(HttpExchange exchange, String upload, int number, byte[] body) throws IOException {
        Map<Integer, byte[]> parts = uploads.get(upload);
        if (parts == null || number < 1) {
            refuse(exchange, 404, "NoSuchUpload");
            return;
        }
        parts.put(number, body);
        tagged(exchange, "part-" + number);
    }

    private void join(HttpExchange exchange, String key, String upload, String asked) throws IOException {
        Map<Integer, byte[]> parts = uploads.get(upload);
        if (parts == null) {
            refuse(exchange, 404, "NoSuchUpload");
            return;
        }
        var whole = new ByteArrayOutputStream();
        int expected = 1;
        for (Matcher found = PART.matcher(asked); found.find(); expected++) {
            byte[] bytes = parts.getOrDefault(expected, new byte[0]);
            boolean last = expected == parts.size();
            if (Integer.parseInt(found.group(1)) != expected || !found.group(2).equals("part-" + expected)) {
                refuse(exchange, 400, "InvalidPart");
                return;
            }
            if (!last && bytes.length < leastPart) {
                refuse(exchange, 400, "EntityTooSmall");
                return;
            }
            whole.writeBytes(bytes);
        }
        if (expected != parts.size() + 1) {
            refuse(exchange, 400, "InvalidPart");
            return;
        }
        uploads.remove(upload);
        objects.put(key, whole.toByteArray());
        send(exchange, 200, "<CompleteMultipartUploadResult/>");
    }

    private void read(HttpExchange exchange, String key) throws IOException {
        byte[] content = objects.get(key);
        Matcher range =
                RANGE.matcher(String.valueOf(exchange.getRequestHeaders().getFirst("Range")));
        if (content == null) {
            refuse(exchange, 404, "NoSuchKey");
        } else if (!range.matches() || Integer.parseInt(range.group(1)) >= content.length) {
            refuse(exchange, 416, "InvalidRange");
        } else {
            int to = Math.min(content.length, Integer.parseInt(range.group(2)) + 1);
            byte[] piece = Arrays.copyOfRange(content, Integer.parseInt(range.group(1)), to);
            exchange.sendResponseHeaders(206, piece.length);
            exchange.getResponseBody().write(piece);
        }
    }

    private static void tagged(HttpExchange exchange, String tag) throws IOException {
        exchange.getResponseHeaders().set("ETag", "\"" + tag + "\"");
        exchange.sendResponseHeaders(200, -1);
    }

    private void refuse(HttpExchange exchange, int status, String code) throws IOException {
        refusals.add(code);
        send(exchange, status, "<Error><Code>" + code + "</Code></Error>");
    }

    private static void send(HttpExchange exchange, int status, String xml) throws IOException {
        byte[] bytes = xml.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/xml");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
