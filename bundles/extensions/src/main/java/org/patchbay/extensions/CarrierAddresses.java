package org.patchbay.extensions;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Network;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.cluster.Registration;
import org.patchbay.api.extensions.Trunk;
import org.patchbay.extensions.book.Books;
import org.patchbay.spi.signalling.Subscribers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The addresses of carriers' servers, looked up in the background and kept until the next time. Services that are found by
 * other records (SRV) than addresses have to be named by their networks. Thread-safe.
 */
@Component(service = CarrierAddresses.class, configurationPid = "org.patchbay.extensions")
public final class CarrierAddresses {

    private static final Logger log = LoggerFactory.getLogger(CarrierAddresses.class);

    private final Books books;
    private final Map<String, Set<InetAddress>> known = new ConcurrentHashMap<>();
    private final ScheduledExecutorService looker = Executors.newSingleThreadScheduledExecutor(run -> {
        Thread thread = new Thread(run, "extensions-carriers");
        thread.setDaemon(true);
        return thread;
    });
    private final Registration topic;
    private final ScheduledFuture<?> looks;

    @Activate
    public CarrierAddresses(@Reference Books books, @Reference Cluster cluster, ExtensionsConfig config) {
        this.books = books;
        this.topic = cluster.subscribe(Subscribers.CHANGED, message -> looker.execute(this::lookUpNew));
        this.looks =
                looker.scheduleWithFixedDelay(this::lookUp, 0, Math.max(1, config.carrierMinutes()), TimeUnit.MINUTES);
    }

    @Deactivate
    public void close() {
        topic.close();
        looks.cancel(true);
        looker.shutdownNow();
    }

    /** Whether the address is one of this host name's. */
    boolean has(String host, InetAddress address) {
        return known.getOrDefault(key(host), Set.of()).contains(address);
    }

    /** The address that is written in the place of a name. */
    static Optional<InetAddress> literal(String host) {
        return Network.address(host.replaceAll("[\\[\\]]", ""));
    }

    private static String key(String host) {
        return host.toLowerCase(Locale.ROOT);
    }

    private void lookUp() {
        Set<String> hosts = hosts();
        known.keySet().retainAll(hosts);
        hosts.forEach(this::lookUp);
    }

    private void lookUpNew() {
        hosts().stream().filter(host -> !known.containsKey(host)).forEach(this::lookUp);
    }

    private Set<String> hosts() {
        return books.portals().stream()
                .flatMap(portal -> books.of(portal).trunks().stream())
                .filter(Trunk::on)
                .map(trunk -> key(trunk.host()))
                .filter(host -> literal(host).isEmpty())
                .collect(Collectors.toSet());
    }

    private void lookUp(String host) {
        try {
            known.put(host, Set.of(InetAddress.getAllByName(host)));
        } catch (UnknownHostException e) {
            // Those that were found before may well be right still.
            log.debug("A carrier's server has no address now: {}", host);
        }
    }
}
