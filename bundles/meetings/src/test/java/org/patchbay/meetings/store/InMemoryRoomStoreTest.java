package org.patchbay.meetings.store;

final class InMemoryRoomStoreTest implements RoomStoreContract {

    private final InMemoryRoomStore store = new InMemoryRoomStore();

    @Override
    public RoomStore store() {
        return store;
    }
}
