package org.patchbay.extensions.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.testing.store.TestDatabase;

final class JpaThingStoreOnPostgresqlTest implements ThingStoreContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql("extensions");

    @Override
    public ThingStore store() {
        return new JpaThingStore(DATABASE.jpa());
    }
}
