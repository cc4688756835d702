package org.patchbay.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.jspecify.annotations.Nullable;
import org.patchbay.api.Problem;
import org.patchbay.api.http.HttpCall;
import org.patchbay.api.http.HttpReply;

/** One call with its redirects; may be given up at any moment by another thread. */
final class Exchange {

    private final CloseableHttpClient client;
    private final AllowedHosts hosts;
    private final HttpCall call;
    private @Nullable HttpUriRequestBase present;
    private boolean cancelled;

    Exchange(CloseableHttpClient client, AllowedHosts hosts, HttpCall call) {
        this.client = client;
        this.hosts = hosts;
        this.call = call;
    }

    HttpReply run() throws IOException {
        var next = call;
        for (var redirects = 0; redirects <= Redirects.MOST; redirects++) {
            var reply = send(next);
            var further = Redirects.next(next, reply);
            if (further.isEmpty()) {
                return reply;
            }
            next = further.get();
        }
        throw Problem.UNAVAILABLE.because(
                "http.redirects", "The other side redirects more than " + Redirects.MOST + " times");
    }

    /** The reply to the call itself, be it a redirect. */
    HttpReply runOnce() throws IOException {
        return send(call);
    }

    /** Closes the connection, if there is one. */
    synchronized void cancel() {
        cancelled = true;
        if (present != null) {
            present.cancel();
        }
    }

    private HttpReply send(HttpCall one) throws IOException {
        if (!hosts.permits(one.uri().getHost())) {
            throw Problem.FORBIDDEN.because("http.host", "The host " + one.uri().getHost() + " is not allowed");
        }
        var request = new HttpUriRequestBase(one.method(), one.uri());
        one.headers().forEach(request::setHeader);
        one.body()
                .map(body -> new ByteArrayEntity(body.getBytes(StandardCharsets.UTF_8), null))
                .ifPresent(request::setEntity);
        begin(request);
        return client.execute(request, ReplyReader::read);
    }

    private synchronized void begin(HttpUriRequestBase request) throws IOException {
        if (cancelled) {
            throw new IOException("given up");
        }
        present = request;
    }
}
