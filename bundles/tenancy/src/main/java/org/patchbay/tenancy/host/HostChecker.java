package org.patchbay.tenancy.host;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Problem;
import org.patchbay.tenancy.TenancyConfig;

/** Looks where a host leads, in bounded time and with few looks at once. Thread-safe. */
@Component(service = HostChecker.class, configurationPid = "org.patchbay.tenancy")
public final class HostChecker {

    private static final int AT_ONCE = 4;

    private final RootHosts rootHosts;
    private final Resolver resolver;
    private final ServerAddresses addresses;
    private final Duration patience;
    private final ThreadPoolExecutor lookups;

    @Activate
    public HostChecker(@Reference RootHosts rootHosts, TenancyConfig config) {
        this(
                rootHosts,
                host -> List.of(InetAddress.getAllByName(host)),
                ServerAddresses.of(config.publicAddresses()),
                Duration.ofSeconds(4));
    }

    HostChecker(RootHosts rootHosts, Resolver resolver, ServerAddresses addresses, Duration patience) {
        this.rootHosts = rootHosts;
        this.resolver = resolver;
        this.addresses = addresses;
        this.patience = patience;
        this.lookups =
                new ThreadPoolExecutor(0, AT_ONCE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), HostChecker::thread);
    }

    private static Thread thread(Runnable run) {
        var thread = new Thread(run, "host-check");
        thread.setDaemon(true);
        return thread;
    }

    @Deactivate
    public void stop() {
        lookups.shutdownNow();
    }

    /** Looks; INVALID if the text is no host, LIMITED while too many looks wait for slow name servers. */
    public HostCheck check(String text) {
        HostName host = HostName.of(text)
                .orElseThrow(() -> Problem.INVALID.at("/host", "host.invalid", "must be a host name or an IP address"));
        List<InetAddress> own = addresses.all();
        if (host.isLoopback() || host.value().endsWith(".localhost")) {
            return new HostCheck(host.value(), HostCheck.State.HERE, List.of(), HostCheck.texts(own), List.of());
        }
        Optional<List<InetAddress>> found = look(host);
        if (found.isEmpty()) {
            return result(host, HostCheck.State.NO_ANSWER, List.of());
        }
        if (found.get().isEmpty()) {
            return result(host, HostCheck.State.UNRESOLVED, List.of());
        }
        boolean here = found.get().stream().anyMatch(address -> address.isLoopbackAddress() || own.contains(address));
        return result(host, here ? HostCheck.State.HERE : HostCheck.State.ELSEWHERE, found.get());
    }

    private HostCheck result(HostName host, HostCheck.State state, List<InetAddress> found) {
        boolean fine = state == HostCheck.State.HERE || host.isAddress();
        return new HostCheck(
                host.value(),
                state,
                HostCheck.texts(found),
                HostCheck.texts(addresses.advertised()),
                fine ? List.of() : records(host));
    }

    private List<HostCheck.DnsRecord> records(HostName host) {
        List<HostCheck.DnsRecord> records = new ArrayList<>();
        for (InetAddress address : addresses.advertised()) {
            String type = address instanceof Inet6Address ? "AAAA" : "A";
            records.add(new HostCheck.DnsRecord(type, host.value(), HostCheck.text(address)));
        }
        rootHosts
                .name()
                .ifPresent(name -> records.add(new HostCheck.DnsRecord("CNAME", host.value(), name.value() + ".")));
        return records;
    }

    /** The addresses; empty if there was no answer in time. */
    private Optional<List<InetAddress>> look(HostName host) {
        Callable<List<InetAddress>> call = () -> {
            try {
                return resolver.resolve(host.value());
            } catch (UnknownHostException e) {
                return List.of();
            }
        };
        Future<List<InetAddress>> answer;
        try {
            answer = lookups.submit(call);
        } catch (RejectedExecutionException e) {
            throw Problem.LIMITED.because("host.busy", "Too many hosts are being looked up; try again shortly");
        }
        try {
            return Optional.of(answer.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            answer.cancel(true);
            return Optional.empty();
        } catch (ExecutionException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Asks the name servers. */
    interface Resolver {
        List<InetAddress> resolve(String host) throws UnknownHostException;
    }
}
