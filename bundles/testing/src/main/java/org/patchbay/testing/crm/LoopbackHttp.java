package org.patchbay.testing.crm;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.http.Http;
import org.patchbay.api.http.HttpCall;
import org.patchbay.api.http.HttpReply;
import org.patchbay.api.http.HttpTransfer;

/** Real requests, to stand-ins on the loopback address alone. */
public final class LoopbackHttp implements Http {

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    @Override
    public HttpReply send(PortalId portal, HttpCall call) {
        if (!"127.0.0.1".equals(call.uri().getHost())) {
            throw Problem.FORBIDDEN.because(
                    "http.address", "The address " + call.uri().getHost() + " is refused");
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(call.uri()).timeout(call.timeout());
        call.headers().forEach(request::header);
        request.method(call.method(), call.body().map(BodyPublishers::ofString).orElseGet(BodyPublishers::noBody));
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            Map<String, List<String>> headers = new TreeMap<>(response.headers().map());
            return new HttpReply(response.statusCode(), headers, response.body());
        } catch (IOException e) {
            throw Problem.UNAVAILABLE.because("http.no-answer", call.uri().getHost() + " does not answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.UNAVAILABLE.because("http.interrupted", "The request was given up");
        }
    }

    @Override
    public <T> T transfer(HttpTransfer transfer, HttpTransfer.Taker<T> taker) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(transfer.uri()).timeout(transfer.timeout());
        transfer.headers().forEach(request::header);
        var sent = new ByteArrayOutputStream();
        if (transfer.body().isPresent()) {
            transfer.body().get().write(sent);
        }
        request.method(transfer.method(), BodyPublishers.ofByteArray(sent.toByteArray()));
        try {
            HttpResponse<InputStream> response = client.send(request.build(), BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                return taker.take(response.statusCode(), response.headers().map(), body);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The request was given up", e);
        }
    }

    @Override
    public HttpReply send(PortalId portal, HttpCall call, Set<String> allowedHosts) {
        if (!allowedHosts.contains(call.uri().getHost())) {
            throw Problem.FORBIDDEN.because(
                    "http.host", "The host " + call.uri().getHost() + " is not allowed");
        }
        return send(portal, call);
    }
}
