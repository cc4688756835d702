package org.patchbay.identity.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.testing.store.TestDatabase;

final class JpaLinkStoreOnDerbyTest implements LinkStoreContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.derby("identity");

    @Override
    public LinkStore store() {
        return new JpaLinkStore(DATABASE.jpa());
    }
}
