package org.patchbay.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.patchbay.api.Problem;
import org.patchbay.api.http.HttpCall;
import org.patchbay.api.http.HttpReply;
import org.patchbay.api.http.TrustedHttp;
import org.patchbay.api.http.WebSocket;
import org.patchbay.api.http.WebSocketListener;

/**
 * The way to servers that root named; with places of its own, so that portals cannot keep it busy, and some for each server,
 * so that one that hangs keeps only itself busy.
 */
@Component
public final class TrustedHttpService implements TrustedHttp, AutoCloseable {

    /** Requests under way at a time to one server. */
    static final int AT_ONCE = 64;

    /** To all of them. */
    private static final int ALL_AT_ONCE = 1_024;

    private final Resolver resolver;
    private final CloseableHttpClient client;
    private final TimedCalls calls = new TimedCalls(ALL_AT_ONCE);
    private final ServerPlaces places = new ServerPlaces(AT_ONCE, ALL_AT_ONCE);
    private final WebSocketOpener opener;

    @Activate
    public TrustedHttpService() {
        this(InetAddress::getAllByName);
    }

    TrustedHttpService(Resolver.Lookup lookup) {
        this.resolver = new Resolver(lookup, AddressRules.trusting());
        this.client = Clients.make(resolver, AT_ONCE, ALL_AT_ONCE);
        this.opener = new WebSocketOpener();
    }

    @Deactivate
    @Override
    public void close() throws IOException {
        calls.stop();
        opener.close();
        client.close();
    }

    @Override
    public HttpReply send(HttpCall call) {
        CallRules.check(call);
        var exchange = new Exchange(client, AllowedHosts.ANY, call);
        var server = places.take(call.uri());
        return calls.run(exchange, () -> send(exchange, server), call);
    }

    /** The place is kept as long as the request is under way, though the caller may have given up. */
    private HttpReply send(Exchange exchange, String server) throws IOException {
        try {
            return exchange.runOnce();
        } finally {
            places.leave(server);
        }
    }

    @Override
    public WebSocket open(URI uri, Duration timeout, WebSocketListener listener) {
        check(uri, timeout);
        var host = uri.getHost();
        try {
            // The client looks the name up again: a host name may mean any address here but those of no host.
            var port = uri.getPort() >= 0 ? uri.getPort() : secure(uri) ? 443 : 80;
            resolver.resolve(host, port);
            return opener.open(uri, timeout, listener);
        } catch (IOException | TimeoutException e) {
            throw TimedCalls.problem(e, host);
        }
    }

    private static void check(URI uri, Duration timeout) {
        var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("ws") && !scheme.equals("wss")) {
            throw Problem.INVALID.at("/uri", "http.uri", "must begin with ws:// or wss://");
        }
        CallRules.check(URI.create("http" + uri.toString().substring(2)));
        if (timeout.isNegative() || timeout.isZero() || timeout.compareTo(CallRules.MAX_TIMEOUT) > 0) {
            throw Problem.INVALID.at("/timeout", "http.timeout", "must be more than 0 and at most 60 s");
        }
    }

    private static boolean secure(URI uri) {
        return uri.getScheme().equalsIgnoreCase("wss");
    }
}
