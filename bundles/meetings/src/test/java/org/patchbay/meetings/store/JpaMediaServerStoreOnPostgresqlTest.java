package org.patchbay.meetings.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.testing.store.TestDatabase;

final class JpaMediaServerStoreOnPostgresqlTest implements MediaServerStoreContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql("meetings");

    @Override
    public MediaServerStore store() {
        return new JpaMediaServerStore(DATABASE.jpa());
    }
}
