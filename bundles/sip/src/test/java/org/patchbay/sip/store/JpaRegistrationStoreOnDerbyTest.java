package org.patchbay.sip.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.testing.store.TestDatabase;

final class JpaRegistrationStoreOnDerbyTest implements RegistrationStoreContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.derby("sip");

    @Override
    public RegistrationStore store() {
        return new JpaRegistrationStore(DATABASE.jpa());
    }
}
