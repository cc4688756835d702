package org.patchbay.jvb.colibri;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.http.HttpCall;
import org.patchbay.api.http.HttpReply;
import org.patchbay.api.http.TrustedHttp;
import org.patchbay.jvb.colibri.ColibriException.Reason;

/** The private REST interface of one videobridge. Blocks, each call no longer than its timeout. Thread-safe. */
public final class ColibriClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern TITLE = Pattern.compile("<title>([^<]{1,300})", Pattern.CASE_INSENSITIVE);
    private static final String CONFERENCES = "/colibri/v2/conferences";

    private final TrustedHttp http;
    private final String base;
    private final Duration timeout;

    public ColibriClient(TrustedHttp http, URI base, Duration timeout) {
        this.http = http;
        this.base = base.toString().replaceAll("/+$", "");
        this.timeout = timeout;
    }

    /** The same with more or less patience. */
    public ColibriClient within(Duration other) {
        return new ColibriClient(http, URI.create(base), other);
    }

    /** Creates a conference; the answer has the endpoints of the request. */
    public JsonNode create(JsonNode request) throws ColibriException {
        return call("POST", CONFERENCES, Optional.of(request));
    }

    /** Changes a conference; the answer has the endpoints of the request. */
    public JsonNode change(String meeting, JsonNode request) throws ColibriException {
        return call("PATCH", CONFERENCES + "/" + meeting, Optional.of(request));
    }

    /** Whether it knows the conference: it answers 404 if not, else that this is not implemented. */
    public boolean knows(String meeting) throws ColibriException {
        HttpReply reply = send("GET", CONFERENCES + "/" + meeting, Optional.empty());
        if (reply.status() != 404 && reply.status() != 501 && reply.status() != 200) {
            throw failure(reply);
        }
        return reply.status() != 404;
    }

    /** Fails unless it is healthy. */
    public void health() throws ColibriException {
        HttpReply reply = send("GET", "/about/health", Optional.empty());
        if (reply.status() != 200) {
            throw new ColibriException(Reason.BUSY, "It says that it is not healthy: " + text(reply));
        }
    }

    /** Its name and version, in one line. */
    public String version() throws ColibriException {
        JsonNode answer = call("GET", "/about/version", Optional.empty());
        String version = answer.path("version").asText("");
        if (version.isEmpty()) {
            throw new ColibriException(Reason.UNREACHABLE, "What answers there is no Jitsi Videobridge");
        }
        return shortened(answer.path("name").asText("JVB") + " " + version);
    }

    public JsonNode stats() throws ColibriException {
        return call("GET", "/colibri/stats", Optional.empty());
    }

    /** What it knows of an endpoint's connection; nothing if it does not tell. */
    public JsonNode debug(String conference, String endpoint) throws ColibriException {
        HttpReply reply = send("GET", "/debug/" + conference + "/" + endpoint, Optional.empty());
        return reply.status() == 200 ? json(reply) : MissingNode.getInstance();
    }

    private JsonNode call(String method, String path, Optional<JsonNode> body) throws ColibriException {
        HttpReply reply = send(method, path, body);
        if (reply.status() != 200) {
            throw failure(reply);
        }
        return json(reply);
    }

    private HttpReply send(String method, String path, Optional<JsonNode> body) throws ColibriException {
        Map<String, String> headers = body.isPresent()
                ? Map.of("Content-Type", "application/json", "Accept", "application/json")
                : Map.of("Accept", "application/json, text/plain, */*");
        try {
            return http.send(
                    new HttpCall(method, URI.create(base + path), headers, body.map(JsonNode::toString), timeout));
        } catch (PatchbayException e) {
            throw new ColibriException(Reason.UNREACHABLE, String.valueOf(e.getMessage()), e);
        }
    }

    private static ColibriException failure(HttpReply reply) {
        Reason reason =
                switch (reply.status()) {
                    case 404 -> Reason.GONE;
                    case 500, 503 -> Reason.BUSY;
                    default -> reply.status() >= 400 && reply.status() < 500 ? Reason.REFUSED : Reason.UNREACHABLE;
                };
        return new ColibriException(reason, "It answers " + reply.status() + " " + text(reply));
    }

    private static String text(HttpReply reply) {
        var title = TITLE.matcher(reply.body());
        return shortened(title.find() ? title.group(1) : reply.body());
    }

    private static String shortened(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() > 200 ? line.substring(0, 200) : line;
    }

    private static JsonNode json(HttpReply reply) throws ColibriException {
        try {
            JsonNode node = JSON.readTree(reply.body());
            if (node != null && node.isObject()) {
                return node;
            }
            throw new ColibriException(Reason.UNREACHABLE, "What answers there is no Jitsi Videobridge");
        } catch (JsonProcessingException e) {
            throw new ColibriException(Reason.UNREACHABLE, "What answers there is no Jitsi Videobridge", e);
        }
    }
}
