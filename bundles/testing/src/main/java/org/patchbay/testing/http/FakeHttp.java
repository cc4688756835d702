package org.patchbay.testing.http;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.http.Http;
import org.patchbay.api.http.HttpCall;
import org.patchbay.api.http.HttpReply;

/** Outbound HTTP that goes nowhere: remembers the calls and answers as it is told. Thread-safe. */
public final class FakeHttp implements Http {

    private final List<HttpCall> calls = new CopyOnWriteArrayList<>();
    private volatile Function<HttpCall, HttpReply> answer = call -> json(404, "{}");

    /** Answers each call by this; it may throw what the real one throws. */
    public FakeHttp answering(Function<HttpCall, HttpReply> function) {
        answer = function;
        return this;
    }

    /** A reply of JSON. */
    public static HttpReply json(int status, String body) {
        return new HttpReply(status, Map.of("content-type", List.of("application/json")), body);
    }

    /** What was called, in order. */
    public List<HttpCall> calls() {
        return List.copyOf(calls);
    }

    @Override
    public HttpReply send(PortalId portal, HttpCall call) {
        calls.add(call);
        return answer.apply(call);
    }

    @Override
    public HttpReply send(PortalId portal, HttpCall call, Set<String> allowedHosts) {
        var host = String.valueOf(call.uri().getHost());
        var allowed = allowedHosts.stream()
                .anyMatch(name -> name.startsWith("*.") ? host.endsWith(name.substring(1)) : name.equals(host));
        if (!allowed) {
            throw Problem.FORBIDDEN.because("http.host", "The host " + host + " is not allowed");
        }
        return send(portal, call);
    }
}
