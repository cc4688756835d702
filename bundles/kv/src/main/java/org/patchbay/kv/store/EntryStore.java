package org.patchbay.kv.store;

import java.util.List;
import java.util.Optional;
import org.patchbay.api.PortalId;

/** Entries by portal, space and key. */
public interface EntryStore {

    Optional<String> get(PortalId portal, String space, String key);

    /** Changes an entry that is there; answers whether it was. */
    boolean change(PortalId portal, String space, String key, String value);

    /** Adds an entry; CONFLICT if somebody else has added it in the meantime. */
    void add(PortalId portal, String space, String key, String value);

    void remove(PortalId portal, String space, String key);

    long count(PortalId portal, String space);

    /** Keys with the prefix that come after another one, by code point. */
    List<String> keys(PortalId portal, String space, String prefix, Optional<String> after, int limit);

    /** All entries of the portal that come after another one, by id. */
    List<Entry> entries(PortalId portal, String afterId, int limit);

    void erase(PortalId portal);

    /** An entry as it is kept. */
    record Entry(String id, String space, String key, String value) {}
}
