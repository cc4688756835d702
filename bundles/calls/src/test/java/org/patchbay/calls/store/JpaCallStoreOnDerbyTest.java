package org.patchbay.calls.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.testing.store.TestDatabase;

final class JpaCallStoreOnDerbyTest implements CallStoreContract, ConversationContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.derby("calls");

    @Override
    public CallStore store() {
        return new JpaCallStore(DATABASE.jpa());
    }
}
