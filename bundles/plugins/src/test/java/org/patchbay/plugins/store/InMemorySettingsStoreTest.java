package org.patchbay.plugins.store;

class InMemorySettingsStoreTest implements SettingsStoreContract {

    private final SettingsStore store = new InMemorySettingsStore();

    @Override
    public SettingsStore store() {
        return store;
    }
}
