package org.patchbay.meetings.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.testing.store.TestDatabase;

final class JpaRoomStoreOnPostgresqlTest implements RoomStoreContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql("meetings");

    @Override
    public RoomStore store() {
        return new JpaRoomStore(DATABASE.jpa());
    }
}
