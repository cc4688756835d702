package org.patchbay.provisioning;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Network;
import org.patchbay.api.PortalId;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.cluster.ClusterMap;
import org.patchbay.api.events.Events;
import org.patchbay.api.identity.Access;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.api.tenancy.Portals;
import org.patchbay.provisioning.phone.WaitingPhone;
import org.patchbay.provisioning.store.PhoneStore;
import org.patchbay.spi.signalling.PhoneQuestion;

/**
 * The phones that looked for a server within a day and that nobody added, the last 200 of them. Whatever is in the network can
 * say that it is one. Thread-safe.
 */
@Component(service = WaitingPhones.class, configurationPid = "org.patchbay.provisioning")
public final class WaitingPhones {

    static final int MOST = 200;
    private static final Duration TIME = Duration.ofDays(1);

    private final ClusterMap waiting;
    private final PhoneStore store;
    private final PhoneNetworks networks;
    private final Access access;
    private final Events events;
    private final Clock clock;

    @Activate
    public WaitingPhones(
            @Reference PhoneStore store,
            @Reference Portals portals,
            @Reference Access access,
            @Reference Events events,
            @Reference Cluster cluster,
            ProvisioningConfig config) {
        this(store, portals, access, events, cluster, config, Clock.systemUTC());
    }

    WaitingPhones(
            PhoneStore store,
            Portals portals,
            Access access,
            Events events,
            Cluster cluster,
            ProvisioningConfig config,
            Clock clock) {
        this.store = store;
        this.access = access;
        this.events = events;
        this.clock = clock;
        this.networks = new PhoneNetworks(portals, config.networks());
        this.waiting = cluster.map("provisioning-waiting", TIME);
    }

    /** Notes a phone that nobody added; the one that asked longest ago makes room. */
    void note(PhoneQuestion question) {
        WaitingPhone phone = WaitingPhone.of(question, clock.instant());
        boolean known = waiting.get(phone.mac()).isPresent();
        if (!known) {
            makeRoom();
        }
        waiting.put(phone.mac(), phone.bytes());
        if (!known) {
            events.publish(
                    networks.portal(question.source()),
                    ProvisioningEvents.WAITING,
                    phone.mac(),
                    new ProvisioningEvents.PhoneWaits(phone.mac()));
        }
    }

    private void makeRoom() {
        Map<String, byte[]> all = waiting.entries("", MOST);
        if (all.size() >= MOST) {
            all.entrySet().stream()
                    .map(entry -> WaitingPhone.of(entry.getKey(), entry.getValue()))
                    .min(Comparator.comparing(WaitingPhone::asked))
                    .ifPresent(oldest -> waiting.remove(oldest.mac()));
        }
    }

    /**
     * Those that the caller may see, who asked last first: root in the own portal all; who sets up every phone of another portal
     * those of its networks.
     */
    public WaitingList list(PortalId portal, Caller by) {
        boolean root = portal.isRoot() && access.rights(by, portal).contains(Right.MANAGE_PORTALS);
        if (!root
                && (portal.isRoot()
                        || !access.scope(by, portal, Right.CONFIGURE_CALL_HANDLING)
                                .everywhere())) {
            return new WaitingList(List.of(), WaitingList.Sight.NO_RIGHT);
        }
        Instant oldest = clock.instant().minus(TIME);
        List<WaitingPhone> seen = waiting.entries("", MOST).entrySet().stream()
                .map(entry -> WaitingPhone.of(entry.getKey(), entry.getValue()))
                .filter(phone -> phone.asked().isAfter(oldest))
                .filter(phone -> root || isOf(portal, phone))
                .filter(phone -> store.withMac(phone.mac()).isEmpty())
                .sorted(Comparator.comparing(WaitingPhone::asked).reversed())
                .toList();
        return new WaitingList(seen, root ? WaitingList.Sight.ALL : networks.sight(portal));
    }

    private boolean isOf(PortalId portal, WaitingPhone phone) {
        return Network.address(phone.address())
                .map(networks::portal)
                .filter(portal::equals)
                .isPresent();
    }
}
