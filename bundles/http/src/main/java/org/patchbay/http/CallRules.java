package org.patchbay.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.patchbay.api.Problem;
import org.patchbay.api.http.HttpCall;
import org.patchbay.api.http.HttpTransfer;

/** What a call must look like before anything is sent. */
final class CallRules {

    static final int MAX_BODY = 1 << 20;
    static final Duration MAX_TIMEOUT = Duration.ofSeconds(60);

    private static final int MAX_HEADERS = 64;
    private static final int MAX_HEADER_CHARS = 16 * 1024;
    private static final int MAX_URI_CHARS = 8 * 1024;
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");
    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD");
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}");
    private static final Pattern TEXT = Pattern.compile("[\\t\\x20-\\x7e\\x80-\\xff]*");

    /** The client's own, or such as speak of one connection only. */
    private static final Set<String> OURS = Set.of(
            "host",
            "connection",
            "content-length",
            "expect",
            "keep-alive",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "accept-encoding");

    private CallRules() {}

    static void check(HttpCall call) {
        if (!METHODS.contains(call.method())) {
            throw Problem.INVALID.at(
                    "/method",
                    "http.method",
                    "must be one of "
                            + String.join(", ", METHODS.stream().sorted().toList()));
        }
        check(call.uri());
        check(call.headers());
        if (call.body().isPresent() && WITHOUT_BODY.contains(call.method())) {
            throw Problem.INVALID.at("/body", "http.body", "has no place in a " + call.method());
        }
        if (call.body()
                .filter(body -> body.getBytes(StandardCharsets.UTF_8).length > MAX_BODY)
                .isPresent()) {
            throw Problem.INVALID.at("/body", "http.body", "must not be larger than 1 MiB");
        }
        if (call.timeout().isNegative()
                || call.timeout().isZero()
                || call.timeout().compareTo(MAX_TIMEOUT) > 0) {
            throw Problem.INVALID.at("/timeout", "http.timeout", "must be more than 0 and at most 60 s");
        }
    }

    static void check(HttpTransfer transfer) {
        check(new HttpCall(
                transfer.method(), transfer.uri(), transfer.headers(), Optional.empty(), transfer.timeout()));
    }

    static void check(URI uri) {
        var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw Problem.INVALID.at("/uri", "http.uri", "must begin with http:// or https://");
        }
        if (uri.getHost() == null || uri.getHost().isEmpty()) {
            throw Problem.INVALID.at("/uri", "http.uri", "must name a host");
        }
        if (uri.getRawUserInfo() != null) {
            throw Problem.INVALID.at("/uri", "http.uri", "must not hold a user or password");
        }
        if (uri.getPort() == 0 || uri.getPort() > 65_535 || uri.toString().length() > MAX_URI_CHARS) {
            throw Problem.INVALID.at("/uri", "http.uri", "is too long or has a port that does not exist");
        }
    }

    private static void check(Map<String, String> headers) {
        var size = headers.entrySet().stream()
                .mapToInt(header -> header.getKey().length() + header.getValue().length())
                .sum();
        if (headers.size() > MAX_HEADERS || size > MAX_HEADER_CHARS) {
            throw Problem.INVALID.at("/headers", "http.headers", "are more than 64 or larger than 16 KiB");
        }
        headers.forEach((name, value) -> {
            if (!TOKEN.matcher(name).matches() || !TEXT.matcher(value).matches()) {
                throw Problem.INVALID.at("/headers/" + pointer(name), "http.header", "is not a header");
            }
            if (OURS.contains(name.toLowerCase(Locale.ROOT))) {
                throw Problem.INVALID.at("/headers/" + name, "http.header", "is set by the server itself");
            }
        });
    }

    private static String pointer(String name) {
        return name.codePoints()
                .limit(100)
                .filter(c -> c > 0x20 && c < 0x7f)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .replace("~", "~0")
                .replace("/", "~1");
    }
}
