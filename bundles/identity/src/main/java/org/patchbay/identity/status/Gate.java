package org.patchbay.identity.status;

import java.time.Clock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Person;
import org.patchbay.api.tenancy.Portals;
import org.patchbay.identity.network.Networks;

/** Who may be in at the moment, and from where; asked at sign-in and with every request. Thread-safe. */
@Component(service = Gate.class)
public final class Gate {

    private final PersonStatuses statuses;
    private final Portals portals;
    private final Clock clock;

    @Activate
    public Gate(@Reference PersonStatuses statuses, @Reference Portals portals) {
        this(statuses, portals, Clock.systemUTC());
    }

    public Gate(PersonStatuses statuses, Portals portals, Clock clock) {
        this.statuses = statuses;
        this.portals = portals;
        this.clock = clock;
    }

    /** Whether the portal is open, the person active, and the address in one of the person's networks. */
    public boolean lets(Person person, String address) {
        return statuses.isActive(person) && isOpen(person, address);
    }

    /** The same for who has no password here yet: who sets the first one by a link, or has proved a directory's. */
    public boolean letsWithoutPassword(Person person, String address) {
        return statuses.mayEnter(person) && isOpen(person, address);
    }

    private boolean isOpen(Person person, String address) {
        return Networks.allow(person.networks(), address)
                && portals.find(person.portal())
                        .filter(portal -> !portal.isOpenAt(clock.instant()))
                        .isEmpty();
    }

    /** Says so where a portal has expired: to who has proved to belong there. */
    public void requireOpen(PortalId portal) {
        if (portals.find(portal).isPresent()) {
            portals.requireOpen(portal, clock.instant());
        }
    }
}
