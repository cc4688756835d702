package org.patchbay.calls.store;

final class InMemoryTextHistoryTest implements TextHistoryContract {

    private final InMemoryTextHistory history = new InMemoryTextHistory();

    @Override
    public TextHistory history() {
        return history;
    }
}
