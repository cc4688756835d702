package org.patchbay.http;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.patchbay.api.Problem;
import org.patchbay.api.http.HttpCall;
import org.patchbay.api.http.HttpReply;

/** Where a reply sends a call on to (RFC 9110, section 15.4). */
final class Redirects {

    static final int MOST = 5;

    private static final Set<Integer> SEE_OTHER = Set.of(301, 302, 303);
    private static final Set<Integer> SAME_AGAIN = Set.of(307, 308);

    /** What may be told to another origin; everything else may hold a secret. */
    private static final Set<String> HARMLESS = Set.of("accept", "accept-language", "content-type", "user-agent");

    private Redirects() {}

    /** The next call, if the reply asks for one. */
    static Optional<HttpCall> next(HttpCall call, HttpReply reply) {
        var location = reply.headers().getOrDefault("location", List.of());
        var redirect = SEE_OTHER.contains(reply.status()) || SAME_AGAIN.contains(reply.status());
        if (!redirect || location.isEmpty()) {
            return Optional.empty();
        }
        var to = target(call.uri(), location.get(0));
        var again = SAME_AGAIN.contains(reply.status())
                || call.method().equals("HEAD")
                || call.method().equals("GET");
        var headers = sameOrigin(call.uri(), to) ? new HashMap<>(call.headers()) : harmless(call.headers());
        if (!again) {
            headers.keySet().removeIf(name -> name.equalsIgnoreCase("content-type"));
        }
        return Optional.of(new HttpCall(
                again ? call.method() : "GET", to, headers, again ? call.body() : Optional.empty(), call.timeout()));
    }

    private static URI target(URI from, String location) {
        URI to;
        try {
            to = from.resolve(location);
            CallRules.check(to);
        } catch (RuntimeException e) {
            throw Problem.UNAVAILABLE.because("http.redirect", "The other side redirects to what is no address");
        }
        if (from.getScheme().equalsIgnoreCase("https") && !to.getScheme().equalsIgnoreCase("https")) {
            throw Problem.FORBIDDEN.because("http.downgrade", "The other side redirects from https to http");
        }
        return to;
    }

    private static boolean sameOrigin(URI one, URI other) {
        return one.getScheme().equalsIgnoreCase(other.getScheme())
                && one.getHost().equalsIgnoreCase(other.getHost())
                && port(one) == port(other);
    }

    static int port(URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return uri.getScheme().equalsIgnoreCase("https") ? 443 : 80;
    }

    private static Map<String, String> harmless(Map<String, String> headers) {
        var kept = new TreeMap<String, String>();
        headers.forEach((name, value) -> {
            if (HARMLESS.contains(name.toLowerCase(Locale.ROOT))) {
                kept.put(name, value);
            }
        });
        return kept;
    }
}
