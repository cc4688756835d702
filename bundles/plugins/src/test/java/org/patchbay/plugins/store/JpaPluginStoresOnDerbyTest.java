package org.patchbay.plugins.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.testing.store.TestDatabase;

class JpaPluginStoresOnDerbyTest implements SettingsStoreContract, KnownPluginStoreContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.derby("plugins");

    @Override
    public SettingsStore store() {
        return new JpaSettingsStore(DATABASE.jpa());
    }

    @Override
    public KnownPluginStore known() {
        return new JpaKnownPluginStore(DATABASE.jpa());
    }
}
