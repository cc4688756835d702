package org.patchbay.identity.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.testing.store.TestDatabase;

class PlaceRacesOnDerbyTest implements PlaceRaces {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.derby("identity");

    @Override
    public TestDatabase database() {
        return DATABASE;
    }
}
