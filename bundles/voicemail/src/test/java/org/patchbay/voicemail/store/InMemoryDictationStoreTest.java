package org.patchbay.voicemail.store;

final class InMemoryDictationStoreTest implements DictationStoreContract {

    private final InMemoryDictationStore store = new InMemoryDictationStore();

    @Override
    public DictationStore store() {
        return store;
    }
}
