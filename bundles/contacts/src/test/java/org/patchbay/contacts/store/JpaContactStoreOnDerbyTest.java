package org.patchbay.contacts.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.testing.store.TestDatabase;

final class JpaContactStoreOnDerbyTest implements ContactStoreContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.derby("contacts");

    @Override
    public ContactStore store() {
        return new JpaContactStore(DATABASE.jpa());
    }
}
