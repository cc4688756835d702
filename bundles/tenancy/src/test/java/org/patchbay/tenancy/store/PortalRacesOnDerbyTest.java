package org.patchbay.tenancy.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.testing.store.TestDatabase;

final class PortalRacesOnDerbyTest implements PortalRaces {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.derby("tenancy");

    @Override
    public TestDatabase database() {
        return DATABASE;
    }
}
