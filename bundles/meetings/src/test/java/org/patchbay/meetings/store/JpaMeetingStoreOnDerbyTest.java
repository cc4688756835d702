package org.patchbay.meetings.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.testing.store.TestDatabase;

final class JpaMeetingStoreOnDerbyTest implements MeetingStoreContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.derby("meetings");

    @Override
    public MeetingStore store() {
        return new JpaMeetingStore(DATABASE.jpa());
    }
}
