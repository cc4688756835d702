package org.patchbay.plugins.store;

import java.util.List;

/** The plugins that have been there. */
public interface KnownPluginStore {

    List<KnownPlugin> all();

    void save(KnownPlugin plugin);

    void remove(String name);
}
