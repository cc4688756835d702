package org.patchbay.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** As much of Janus's HTTP API as the benchmark needs. */
final class JanusApi {

    private static final Pattern ID = Pattern.compile("\"data\":\\{\"id\":(\\d+)");
    private static final Pattern SDP = Pattern.compile("\"sdp\":\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int EVENTS = 40;

    private final HttpClient client = HttpClient.newHttpClient();
    private final String base;
    private String session = "";

    JanusApi(int port) {
        base = "http://127.0.0.1:" + port + "/janus";
    }

    /** Opens the one session; false while Janus is not up. */
    boolean open() {
        try {
            session = "/" + id(post("", "{\"janus\":\"create\",\"transaction\":\"t\"}"));
            return true;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** A handle of the video room. */
    String attach() {
        return "/"
                + id(post(
                        session, "{\"janus\":\"attach\",\"plugin\":\"janus.plugin.videoroom\",\"transaction\":\"t\"}"));
    }

    /** Sends a request. */
    String message(String handle, String body) {
        return post(session + handle, "{\"janus\":\"message\",\"transaction\":\"t\",\"body\":" + body + "}");
    }

    /** Sends a request with a description. */
    String message(String handle, String body, String type, String sdp) {
        String text = sdp.replace("\r\n", "\\r\\n");
        return post(
                session + handle,
                "{\"janus\":\"message\",\"transaction\":\"t\",\"body\":" + body + ",\"jsep\":{\"type\":\"" + type
                        + "\",\"sdp\":\"" + text + "\"}}");
    }

    /** Waits for the next description from Janus. */
    String description() {
        for (int i = 0; i < EVENTS; i++) {
            String event = send(HttpRequest.newBuilder(URI.create(base + session + "?maxev=1"))
                    .timeout(PATIENCE)
                    .build());
            Optional<String> sdp = sdpOf(event);
            if (sdp.isPresent()) {
                return sdp.get();
            }
            if (event.contains("\"error_code\"")) {
                throw new IllegalStateException("Janus refused: " + event);
            }
        }
        throw new IllegalStateException("Janus sent no description");
    }

    private static Optional<String> sdpOf(String event) {
        Matcher matcher = SDP.matcher(event);
        return matcher.find()
                ? Optional.of(matcher.group(1)
                        .replace("\\r", "\r")
                        .replace("\\n", "\n")
                        .replace("\\/", "/"))
                : Optional.empty();
    }

    private static String id(String answer) {
        Matcher matcher = ID.matcher(answer);
        if (!matcher.find()) {
            throw new IllegalStateException("Janus answered: " + answer);
        }
        return matcher.group(1);
    }

    private String post(String path, String body) {
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private String send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
