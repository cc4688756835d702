package org.patchbay.sip.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.testing.store.TestDatabase;

final class JpaRegistrationStoreOnPostgresqlTest implements RegistrationStoreContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql("sip");

    @Override
    public RegistrationStore store() {
        return new JpaRegistrationStore(DATABASE.jpa());
    }
}
