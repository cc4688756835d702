package org.patchbay.testing.identity;

import org.patchbay.api.identity.Access;
import org.patchbay.testing.tenancy.InMemoryPortals;

class RoleAccessTest implements AccessContract {

    @Override
    public Access access(InMemoryPortals portals) {
        return new RoleAccess(portals);
    }
}
