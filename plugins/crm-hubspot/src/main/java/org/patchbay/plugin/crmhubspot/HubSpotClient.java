package org.patchbay.plugin.crmhubspot;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.http.Http;
import org.patchbay.api.http.HttpCall;
import org.patchbay.api.http.HttpReply;
import org.patchbay.spi.plugins.PluginException;

/** Sends requests, keeps the pauses that HubSpot asks for, and says in one sentence what went wrong. */
final class HubSpotClient {

    private static final Duration TIMEOUT = Duration.ofSeconds(6);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(3);
    private static final Duration BEFORE_RETRY = Duration.ofMillis(200);
    private static final int MAX_TRIES = 3;
    private static final int MAX_MESSAGE = 300;

    private final Http http;
    private final Map<PortalId, Instant> pausedUntil = new ConcurrentHashMap<>();

    HubSpotClient(Http http) {
        this.http = http;
    }

    /** A reply with a status of success, 404 or 409. */
    Reply send(HubSpotAccount account, Request request) throws PluginException {
        for (int tries = 1; ; tries++) {
            rest(account.portal());
            HttpReply reply = exchange(account, request);
            if (reply.status() == 429) {
                pause(account.portal(), reply);
                if (tries < MAX_TRIES) {
                    continue;
                }
            }
            if (reply.status() >= 500 && request.repeatable && tries < 2) {
                sleep(BEFORE_RETRY);
                continue;
            }
            return checked(reply);
        }
    }

    private HttpReply exchange(HubSpotAccount account, Request request) throws PluginException {
        Map<String, String> headers = new HashMap<>(account.headers());
        request.body.ifPresent(any -> headers.put("Content-Type", "application/json"));
        Optional<String> body = request.body.map(JsonObject::toString);
        try {
            return http.send(
                    account.portal(), new HttpCall(request.method, account.at(request.path), headers, body, TIMEOUT));
        } catch (PatchbayException e) {
            throw new PluginException("HubSpot does not answer: " + e.getMessage(), e.problem() == Problem.UNAVAILABLE);
        }
    }

    private static Reply checked(HttpReply reply) throws PluginException {
        int status = reply.status();
        if (status == 401) {
            throw new PluginException("HubSpot refused the token", false);
        }
        if (status == 403) {
            throw new PluginException("HubSpot's token lacks a permission: " + message(reply), false);
        }
        if (status == 429) {
            throw new PluginException("HubSpot asks to slow down", true);
        }
        if (status >= 500) {
            throw new PluginException("HubSpot has a fault of its own (status " + status + ")", true);
        }
        if (status >= 300 && status != 404 && status != 409) {
            throw new PluginException("HubSpot refused the request (status " + status + "): " + message(reply), false);
        }
        return new Reply(status, json(reply));
    }

    private void rest(PortalId portal) throws PluginException {
        Duration pause = Duration.between(Instant.now(), pausedUntil.getOrDefault(portal, Instant.EPOCH));
        if (pause.compareTo(LONGEST_PAUSE) > 0) {
            throw new PluginException(
                    "HubSpot asks to slow down; it answers again in " + pause.toSeconds() + " s", true);
        }
        if (!pause.isNegative()) {
            sleep(pause);
        }
    }

    private void pause(PortalId portal, HttpReply reply) {
        long seconds = reply.headers().getOrDefault("retry-after", List.of()).stream()
                .filter(value -> value.matches("\\d{1,5}"))
                .map(Long::valueOf)
                .findFirst()
                .orElse(1L);
        pausedUntil.put(portal, Instant.now().plusSeconds(seconds));
    }

    private static void sleep(Duration duration) throws PluginException {
        try {
            Thread.sleep(duration.toMillis() + 1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PluginException("HubSpot took too long", true);
        }
    }

    private static JsonObject json(HttpReply reply) throws PluginException {
        if (reply.body().isBlank()) {
            return new JsonObject();
        }
        try {
            return JsonParser.parseString(reply.body()).getAsJsonObject();
        } catch (JsonParseException | IllegalStateException e) {
            throw new PluginException("What answers there is not HubSpot", false);
        }
    }

    private static String message(HttpReply reply) {
        String text;
        try {
            text = json(reply).get("message").getAsString();
        } catch (PluginException | RuntimeException e) {
            text = "no reason given";
        }
        return text.length() > MAX_MESSAGE ? text.substring(0, MAX_MESSAGE) + "…" : text;
    }

    /**
     * A request.
     *
     * @param repeatable whether sending it twice does no harm
     */
    record Request(String method, String path, Optional<JsonObject> body, boolean repeatable) {

        static Request get(String path) {
            return new Request("GET", path, Optional.empty(), true);
        }

        static Request search(String path, JsonObject body) {
            return new Request("POST", path, Optional.of(body), true);
        }

        static Request create(String path, JsonObject body) {
            return new Request("POST", path, Optional.of(body), false);
        }

        static Request change(String path, JsonObject body) {
            return new Request("PATCH", path, Optional.of(body), true);
        }

        static Request put(String path) {
            return new Request("PUT", path, Optional.empty(), true);
        }
    }

    /** A reply. */
    record Reply(int status, JsonObject json) {}
}
