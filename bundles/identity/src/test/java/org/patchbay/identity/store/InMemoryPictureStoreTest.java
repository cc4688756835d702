package org.patchbay.identity.store;

final class InMemoryPictureStoreTest implements PictureStoreContract {

    private final PictureStore store = new InMemoryPictureStore();

    @Override
    public PictureStore store() {
        return store;
    }
}
