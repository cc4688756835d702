package org.patchbay.api.http;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * An outbound request.
 *
 * @param method GET, HEAD, POST, PUT, PATCH or DELETE
 * @param uri http or https, absolute
 * @param body at most 1 MiB
 * @param timeout for the whole exchange, redirects included; at most 60 s
 */
public record HttpCall(String method, URI uri, Map<String, String> headers, Optional<String> body, Duration timeout) {

    /** A GET with a timeout of 10 s. */
    public static HttpCall get(URI uri, Map<String, String> headers) {
        return new HttpCall("GET", uri, headers, Optional.empty(), Duration.ofSeconds(10));
    }

    /** A POST of JSON with a timeout of 10 s. */
    public static HttpCall postJson(URI uri, Map<String, String> headers, String json) {
        var all = new java.util.LinkedHashMap<>(headers);
        all.put("Content-Type", "application/json");
        return new HttpCall("POST", uri, all, Optional.of(json), Duration.ofSeconds(10));
    }
}
