package org.patchbay.recordings.store;

final class InMemoryDeletionStoreTest implements DeletionStoreContract {

    private final RecordingStore recordings = new InMemoryRecordingStore();
    private final DeletionStore store = new InMemoryDeletionStore(recordings);

    @Override
    public DeletionStore store() {
        return store;
    }

    @Override
    public RecordingStore recordings() {
        return recordings;
    }
}
