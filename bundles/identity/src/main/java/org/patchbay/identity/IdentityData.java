package org.patchbay.identity;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.identity.link.Welcome;
import org.patchbay.identity.session.SessionBook;
import org.patchbay.identity.store.PersonStore;
import org.patchbay.spi.tenancy.PortalData;

/** Erases the people of a portal that goes, and ends their sessions. */
@Component
public final class IdentityData implements PortalData {

    private final PersonStore people;
    private final SessionBook sessions;
    private final Welcome welcome;

    @Activate
    public IdentityData(@Reference PersonStore people, @Reference SessionBook sessions, @Reference Welcome welcome) {
        this.people = people;
        this.sessions = sessions;
        this.welcome = welcome;
    }

    @Override
    public String name() {
        return "identity";
    }

    @Override
    public void erase(PortalId portal) {
        sessions.endAll(portal);
        welcome.revokeAll(portal);
        people.erase(portal);
    }
}
