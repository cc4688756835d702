package org.patchbay.identity.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.testing.store.TestDatabase;

final class JpaPictureStoreOnDerbyTest implements PictureStoreContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.derby("identity");

    @Override
    public PictureStore store() {
        return new JpaPictureStore(DATABASE.jpa());
    }
}
