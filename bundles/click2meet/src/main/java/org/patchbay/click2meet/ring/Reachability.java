package org.patchbay.click2meet.ring;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Ids;
import org.patchbay.api.PortalId;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.cluster.ClusterMap;
import org.patchbay.api.cluster.Registration;
import org.patchbay.api.identity.PersonId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who has a page of the console open, where it would ring. Each page is a leased entry of a shared map: its node renews it,
 * and when the node dies it is gone after half a minute. Thread-safe.
 */
@Component(service = Reachability.class)
public final class Reachability {

    private static final Logger log = LoggerFactory.getLogger(Reachability.class);
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final int RENEWAL_SECONDS = 10;
    private static final byte[] HERE = {1};

    private final ClusterMap pages;
    private final Map<String, Boolean> held = new ConcurrentHashMap<>();
    private final ScheduledExecutorService renewal;

    @Activate
    public Reachability(@Reference Cluster cluster) {
        this.pages = cluster.map("click2meet-pages", LEASE);
        this.renewal = Executors.newSingleThreadScheduledExecutor(run -> {
            var thread = new Thread(run, "click2meet-pages");
            thread.setDaemon(true);
            return thread;
        });
        var unused = renewal.scheduleWithFixedDelay(this::renew, RENEWAL_SECONDS, RENEWAL_SECONDS, TimeUnit.SECONDS);
    }

    @Deactivate
    public void close() {
        renewal.shutdownNow();
    }

    /** A page of the person is open until this is closed. */
    public Registration here(PortalId portal, PersonId person) {
        String key = prefix(portal, person) + Ids.next();
        held.put(key, true);
        pages.put(key, HERE);
        return () -> held.computeIfPresent(key, (gone, here) -> {
            pages.remove(gone);
            return null;
        });
    }

    /** Whether it would ring anywhere. */
    public boolean reaches(PortalId portal, PersonId person) {
        return !pages.entries(prefix(portal, person), 1).isEmpty();
    }

    /** Starts every lease of this node anew. */
    void renew() {
        for (String key : held.keySet()) {
            try {
                held.computeIfPresent(key, (present, here) -> {
                    pages.put(present, HERE);
                    return here;
                });
            } catch (RuntimeException e) {
                log.warn("Who can be reached cannot be renewed at the moment", e);
                return;
            }
        }
    }

    private static String prefix(PortalId portal, PersonId person) {
        return portal + "/" + person + "/";
    }
}
