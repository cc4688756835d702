package org.patchbay.tenancy.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.testing.store.TestDatabase;

final class PortalRacesOnPostgresqlTest implements PortalRaces {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql("tenancy");

    @Override
    public TestDatabase database() {
        return DATABASE;
    }
}
