package org.patchbay.meetings.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.testing.store.TestDatabase;

final class JpaRoomStoreOnDerbyTest implements RoomStoreContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.derby("meetings");

    @Override
    public RoomStore store() {
        return new JpaRoomStore(DATABASE.jpa());
    }
}
