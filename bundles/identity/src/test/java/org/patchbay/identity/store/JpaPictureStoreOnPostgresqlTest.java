package org.patchbay.identity.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.testing.store.TestDatabase;

final class JpaPictureStoreOnPostgresqlTest implements PictureStoreContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql("identity");

    @Override
    public PictureStore store() {
        return new JpaPictureStore(DATABASE.jpa());
    }
}
