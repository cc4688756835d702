package org.patchbay.extensions.store;

final class InMemoryThingStoreTest implements ThingStoreContract {

    private final ThingStore store = new InMemoryThingStore();

    @Override
    public ThingStore store() {
        return store;
    }
}
