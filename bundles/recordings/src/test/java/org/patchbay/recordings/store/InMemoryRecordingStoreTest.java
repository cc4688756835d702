package org.patchbay.recordings.store;

final class InMemoryRecordingStoreTest implements RecordingStoreContract {

    private final RecordingStore store = new InMemoryRecordingStore();

    @Override
    public RecordingStore store() {
        return store;
    }
}
