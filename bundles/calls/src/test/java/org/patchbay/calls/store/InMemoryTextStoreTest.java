package org.patchbay.calls.store;

final class InMemoryTextStoreTest implements TextStoreContract {

    private final InMemoryTextStore store = new InMemoryTextStore();

    @Override
    public TextStore store() {
        return store;
    }
}
