package org.patchbay.recordings.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.testing.store.TestDatabase;

final class JpaDeletionStoreOnDerbyTest implements DeletionStoreContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.derby("recordings");

    @Override
    public DeletionStore store() {
        return new JpaDeletionStore(DATABASE.jpa());
    }

    @Override
    public RecordingStore recordings() {
        return new JpaRecordingStore(DATABASE.jpa());
    }
}
