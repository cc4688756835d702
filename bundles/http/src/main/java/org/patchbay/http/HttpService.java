package org.patchbay.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.http.Addresses;
import org.patchbay.api.http.Http;
import org.patchbay.api.http.HttpCall;
import org.patchbay.api.http.HttpReply;
import org.patchbay.api.http.HttpTransfer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends calls on threads of its own, so that look-ups, connections and slow replies all end with the call's time. */
@Component(
        service = {Http.class, Addresses.class},
        configurationPid = "org.patchbay.http")
@Designate(ocd = HttpConfig.class)
public final class HttpService implements Http, Addresses, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(HttpService.class);

    private final Map<PortalId, Semaphore> places = new ConcurrentHashMap<>();
    private final int perPortal;
    private final ThreadPoolExecutor pool;
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
        this.pool = new ThreadPoolExecutor(
                0, config.requestsAtOnce(), 30, TimeUnit.SECONDS, new SynchronousQueue<>(), HttpService::thread);
    }

    @Deactivate
    @Override
    public void close() throws IOException {
        pool.shutdownNow();
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
    public <T> T transfer(HttpTransfer transfer, HttpTransfer.Taker<T> taker) throws IOException {
        CallRules.check(transfer);
        try {
            return Transfers.send(client, transfer, taker);
        } catch (RefusedAddressException e) {
            throw refused(e);
        }
    }

    @Override
    public List<InetAddress> find(String host, int port) {
        try {
            return resolver.resolve(host, port).stream()
                    .map(InetSocketAddress::getAddress)
                    .toList();
        } catch (RefusedAddressException e) {
            throw refused(e);
        } catch (UnknownHostException e) {
            throw unknown(host);
        }
    }

    private HttpReply send(PortalId portal, HttpCall call, AllowedHosts hosts) {
        CallRules.check(call);
        var place = places.computeIfAbsent(portal, id -> new Semaphore(perPortal));
        if (!place.tryAcquire()) {
            throw Problem.LIMITED.because("http.busy", "Too many outbound requests of this portal at a time");
        }
        try {
            return await(new Exchange(client, hosts, call), call);
        } finally {
            place.release();
        }
    }

    private HttpReply await(Exchange exchange, HttpCall call) {
        var reply = start(exchange);
        try {
            return reply.get(call.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            exchange.cancel();
            throw Problem.UNAVAILABLE.because(
                    "http.timeout",
                    call.uri().getHost() + " did not answer within "
                            + call.timeout().toMillis() + " ms");
        } catch (InterruptedException e) {
            exchange.cancel();
            Thread.currentThread().interrupt();
            throw Problem.UNAVAILABLE.because("http.interrupted", "The request was interrupted");
        } catch (ExecutionException e) {
            log.debug("An outbound request to {} failed", call.uri().getHost(), e.getCause());
            throw problem(e.getCause(), call);
        }
    }

    private Future<HttpReply> start(Exchange exchange) {
        try {
            return pool.submit(exchange::run);
        } catch (RejectedExecutionException e) {
            throw Problem.LIMITED.because("http.busy", "Too many outbound requests at a time");
        }
    }

    private static PatchbayException problem(@Nullable Throwable cause, HttpCall call) {
        if (cause instanceof PatchbayException own) {
            return own;
        }
        if (cause instanceof RefusedAddressException refused) {
            return refused(refused);
        }
        var host = String.valueOf(call.uri().getHost());
        if (cause instanceof UnknownHostException) {
            return unknown(host);
        }
        var kind = cause == null ? "failure" : cause.getClass().getSimpleName();
        return Problem.UNAVAILABLE.because("http.unreachable", host + " does not answer properly (" + kind + ")");
    }

    private static PatchbayException refused(RefusedAddressException refused) {
        return Problem.FORBIDDEN.because(
                "http.address", refused.sentence(), Map.of("host", refused.host(), "address", refused.address()));
    }

    private static PatchbayException unknown(String host) {
        return Problem.UNAVAILABLE.because("http.unknown-host", "There is no host " + host);
    }

    private static Thread thread(Runnable task) {
        var thread = new Thread(task, "patchbay-http");
        thread.setDaemon(true);
        return thread;
    }
}
