package org.patchbay.recordings.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.testing.store.TestDatabase;

final class JpaRecordingStoreOnPostgresqlTest implements RecordingStoreContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql("recordings");

    @Override
    public RecordingStore store() {
        return new JpaRecordingStore(DATABASE.jpa());
    }
}
