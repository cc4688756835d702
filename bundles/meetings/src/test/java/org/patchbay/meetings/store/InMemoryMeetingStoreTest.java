package org.patchbay.meetings.store;

final class InMemoryMeetingStoreTest implements MeetingStoreContract {

    private final MeetingStore store = new InMemoryMeetingStore();

    @Override
    public MeetingStore store() {
        return store;
    }
}
