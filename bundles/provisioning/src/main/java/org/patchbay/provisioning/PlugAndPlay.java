package org.patchbay.provisioning;

import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.events.Events;
import org.patchbay.api.secrets.Secrets;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.api.tenancy.PortalLinks;
import org.patchbay.api.tenancy.Portals;
import org.patchbay.provisioning.phone.Phone;
import org.patchbay.provisioning.phone.PhoneSecrets;
import org.patchbay.provisioning.store.PhoneStore;
import org.patchbay.provisioning.store.StoredPhone;
import org.patchbay.spi.signalling.PhoneOffers;
import org.patchbay.spi.signalling.PhoneQuestion;

/**
 * Tells desk phones that look for a server in the local network their link: those that are set up in a portal and did not fetch
 * their file yet, once for each secret. Those that nobody added wait in a list. Thread-safe.
 */
@Component(service = PhoneOffers.class, configurationPid = "org.patchbay.provisioning")
public final class PlugAndPlay implements PhoneOffers {

    private final PhoneStore store;
    private final Secrets secrets;
    private final Portals portals;
    private final PortalLinks links;
    private final Events events;
    private final UnitOfWork unit;
    private final Throttle wrong;
    private final WaitingPhones waiting;
    private final Clock clock;

    @Activate
    public PlugAndPlay(
            @Reference PhoneStore store,
            @Reference Secrets secrets,
            @Reference Portals portals,
            @Reference PortalLinks links,
            @Reference Events events,
            @Reference UnitOfWork unit,
            @Reference Cluster cluster,
            @Reference WaitingPhones waiting,
            ProvisioningConfig config) {
        this.store = store;
        this.secrets = secrets;
        this.portals = portals;
        this.links = links;
        this.events = events;
        this.unit = unit;
        this.waiting = waiting;
        this.clock = Clock.systemUTC();
        this.wrong = new Throttle(cluster, "plug-and-play-wrong", config.wrongPerAddress(), clock);
    }

    @Override
    public Optional<URI> offer(PhoneQuestion question) {
        String address = question.source().getHostAddress();
        if (wrong.isBlocked(address)) {
            return Optional.empty();
        }
        Optional<PhoneStore.Placed> found = store.withMac(question.mac());
        if (found.isEmpty()) {
            wrong.wrong(address);
            waiting.note(question);
        }
        return found.filter(placed -> isOpen(placed.portal()))
                .filter(placed -> PhoneFiles.isFrom(placed.stored().phone().networks(), address))
                .flatMap(placed -> offer(placed.portal(), placed.stored()));
    }

    private boolean isOpen(PortalId portal) {
        return portals.find(portal).filter(one -> one.isOpenAt(clock.instant())).isPresent();
    }

    private Optional<URI> offer(PortalId portal, StoredPhone stored) {
        Phone phone = stored.phone();
        return unit.call(() -> stored.tokenHash()
                .filter(hash -> store.offer(portal, phone.id(), hash))
                .map(hash -> {
                    events.publish(
                            portal,
                            ProvisioningEvents.OFFERED,
                            phone.id(),
                            new ProvisioningEvents.PhoneChange(phone.id(), phone.mac(), phone.extension()));
                    PhoneSecrets known =
                            PhoneSecrets.of(secrets.open(portal, Phones.field(phone.id()), stored.sealed()));
                    return links.link(portal, "/provisioning/" + known.token() + '/');
                }));
    }
}
