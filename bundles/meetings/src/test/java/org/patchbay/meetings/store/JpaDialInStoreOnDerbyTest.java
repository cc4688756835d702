package org.patchbay.meetings.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.testing.store.TestDatabase;

final class JpaDialInStoreOnDerbyTest implements DialInStoreContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.derby("meetings");

    @Override
    public DialInStore store() {
        return new JpaDialInStore(DATABASE.jpa());
    }
}
