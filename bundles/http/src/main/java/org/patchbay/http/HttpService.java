package org.patchbay.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.http.Addresses;
import org.patchbay.api.http.Http;
import org.patchbay.api.http.HttpCall;
import org.patchbay.api.http.HttpReply;

/** Outbound HTTP for slices, plugins and scripts, with a share for each portal. */
@Component(
        service = {Http.class, Addresses.class},
        configurationPid = "org.patchbay.http")
@Designate(ocd = HttpConfig.class)
public final class HttpService implements Http, Addresses, AutoCloseable {

    private final Map<PortalId, Semaphore> places = new ConcurrentHashMap<>();
    private final int perPortal;
    private final TimedCalls calls;
    private final Resolver resolver;
    private final CloseableHttpClient client;

    @Activate
    public HttpService(HttpConfig config) {
        this(config, InetAddress::getAllByName);
    }

    HttpService(HttpConfig config, Resolver.Lookup lookup) {
        this.perPortal = config.requestsPerPortal();
        this.resolver = new Resolver(lookup, AddressRules.of(config.allow()));
        this.client = Clients.make(resolver, config.requestsAtOnce());
        this.calls = new TimedCalls(config.requestsAtOnce());
    }

    @Deactivate
    @Override
    public void close() throws IOException {
        calls.stop();
        client.close();
    }

    @Override
    public HttpReply send(PortalId portal, HttpCall call) {
        return send(portal, call, AllowedHosts.ANY);
    }

    @Override
    public HttpReply send(PortalId portal, HttpCall call, Set<String> allowedHosts) {
        return send(portal, call, AllowedHosts.only(allowedHosts));
    }

    @Override
    public List<InetAddress> find(String host, int port) {
        try {
            return resolver.resolve(host, port).stream()
                    .map(InetSocketAddress::getAddress)
                    .toList();
        } catch (RefusedAddressException e) {
            throw TimedCalls.refused(e);
        } catch (UnknownHostException e) {
            throw TimedCalls.unknown(host);
        }
    }

    private HttpReply send(PortalId portal, HttpCall call, AllowedHosts hosts) {
        CallRules.check(call);
        var place = places.computeIfAbsent(portal, id -> new Semaphore(perPortal));
        if (!place.tryAcquire()) {
            throw Problem.LIMITED.because("http.busy", "Too many outbound requests of this portal at a time");
        }
        try {
            var exchange = new Exchange(client, hosts, call);
            return calls.run(exchange, exchange::run, call);
        } finally {
            place.release();
        }
    }
}
