package org.patchbay.plugins.store;

class InMemoryKnownPluginStoreTest implements KnownPluginStoreContract {

    private final KnownPluginStore store = new InMemoryKnownPluginStore();

    @Override
    public KnownPluginStore known() {
        return store;
    }
}
