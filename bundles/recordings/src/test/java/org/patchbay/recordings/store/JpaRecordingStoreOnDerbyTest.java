package org.patchbay.recordings.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.testing.store.TestDatabase;

final class JpaRecordingStoreOnDerbyTest implements RecordingStoreContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.derby("recordings");

    @Override
    public RecordingStore store() {
        return new JpaRecordingStore(DATABASE.jpa());
    }
}
