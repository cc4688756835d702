package org.patchbay.identity.people;

import org.patchbay.api.identity.Access;
import org.patchbay.identity.store.InMemoryRoleStore;
import org.patchbay.testing.identity.AccessContract;
import org.patchbay.testing.store.InMemoryUnitOfWork;
import org.patchbay.testing.tenancy.InMemoryPortals;

class AccessServiceTest implements AccessContract {

    @Override
    public Access access(InMemoryPortals portals) {
        return new AccessService(new RoleBook(new InMemoryRoleStore(), new InMemoryUnitOfWork()), portals);
    }
}
