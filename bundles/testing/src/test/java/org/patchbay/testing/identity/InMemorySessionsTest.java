package org.patchbay.testing.identity;

import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Sessions;
import org.patchbay.testing.tenancy.InMemoryPortals;

class InMemorySessionsTest implements SessionsContract {

    private final InMemorySessions sessions = new InMemorySessions(new RoleAccess(new InMemoryPortals()));

    @Override
    public Sessions sessions() {
        return sessions;
    }

    @Override
    public void enrol(PortalId portal, String login, String password) {
        sessions.enrol(Callers.user(portal), login, password);
    }
}
