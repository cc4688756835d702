package org.patchbay.contacts.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.testing.store.TestDatabase;

final class JpaContactStoreOnPostgresqlTest implements ContactStoreContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql("contacts");

    @Override
    public ContactStore store() {
        return new JpaContactStore(DATABASE.jpa());
    }
}
