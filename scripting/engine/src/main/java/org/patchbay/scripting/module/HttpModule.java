package org.patchbay.scripting.module;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Problem;
import org.patchbay.api.http.Http;
import org.patchbay.api.http.HttpCall;
import org.patchbay.scripting.ScriptingConfig;
import org.patchbay.scripting.store.HostStore;
import org.patchbay.spi.scripting.ScriptFunction;
import org.patchbay.spi.scripting.ScriptModule;
import org.patchbay.spi.scripting.ScriptRun;

/** Outbound requests to the hosts that the portal allows its scripts. */
@Component(service = ScriptModule.class, configurationPid = "org.patchbay.scripting")
public final class HttpModule implements ScriptModule {

    private static final int DEFAULT_SECONDS = 10;
    private static final int MAX_SECONDS = 60;

    private final Http http;
    private final HostStore hosts;
    private final Allowance allowance;

    @Activate
    public HttpModule(@Reference Http http, @Reference HostStore hosts, ScriptingConfig config) {
        this.http = http;
        this.hosts = hosts;
        this.allowance = new Allowance(config.minuteRequests());
    }

    @Override
    public String name() {
        return "patchbay/http";
    }

    @ScriptFunction("Gets a page from a host that the portal allows.")
    public Reply get(ScriptRun run, String url, Optional<Options> options) {
        return send(run, "GET", url, Optional.empty(), options);
    }

    @ScriptFunction("Posts a text as it is, or anything else as JSON, to a host that the portal allows.")
    public Reply post(ScriptRun run, String url, Object body, Optional<Options> options) {
        return send(run, "POST", url, Optional.of(body), options);
    }

    @ScriptFunction("Sends a request with any method to a host that the portal allows.")
    public Reply request(ScriptRun run, String method, String url, Optional<Object> body, Optional<Options> options) {
        return send(run, method, url, body, options);
    }

    private Reply send(ScriptRun run, String method, String url, Optional<Object> body, Optional<Options> options) {
        if (!allowance.take(run.script())) {
            throw Problem.LIMITED.because(
                    "http.many", "More than " + allowance.limit() + " outbound requests in a minute");
        }
        var headers = new LinkedHashMap<String, String>();
        if (body.isPresent() && !(body.get() instanceof String)) {
            headers.put("Content-Type", "application/json");
        }
        options.flatMap(Options::headers).ifPresent(headers::putAll);
        int seconds = options.flatMap(Options::timeoutSeconds).orElse(DEFAULT_SECONDS);
        if (seconds < 1 || seconds > MAX_SECONDS) {
            throw Problem.INVALID.because("http.timeout", "timeoutSeconds must be 1 to " + MAX_SECONDS);
        }
        var call = new HttpCall(method, uri(url), headers, body.map(HttpModule::text), Duration.ofSeconds(seconds));
        var reply = http.send(run.portal(), call, Set.copyOf(hosts.hosts(run.portal())));
        return new Reply(reply.status(), reply.headers(), reply.body());
    }

    private static URI uri(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            throw Problem.INVALID.because("http.url", "Not a URL: " + e.getReason());
        }
    }

    private static String text(Object body) {
        return body instanceof String text ? text : ScriptJson.text(body);
    }

    /** How a request is sent. */
    public record Options(Optional<Map<String, String>> headers, Optional<Integer> timeoutSeconds) {}

    /** What came back; the names of headers are in lower case. */
    public record Reply(int status, Map<String, List<String>> headers, String body) {}
}
