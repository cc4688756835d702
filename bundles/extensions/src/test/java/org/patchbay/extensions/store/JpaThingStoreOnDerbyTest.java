package org.patchbay.extensions.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.testing.store.TestDatabase;

final class JpaThingStoreOnDerbyTest implements ThingStoreContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.derby("extensions");

    @Override
    public ThingStore store() {
        return new JpaThingStore(DATABASE.jpa());
    }
}
