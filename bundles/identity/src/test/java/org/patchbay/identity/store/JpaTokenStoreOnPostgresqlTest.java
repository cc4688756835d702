package org.patchbay.identity.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.testing.store.TestDatabase;

final class JpaTokenStoreOnPostgresqlTest implements TokenStoreContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql("identity");

    @Override
    public TokenStore store() {
        return new JpaTokenStore(DATABASE.jpa());
    }
}
