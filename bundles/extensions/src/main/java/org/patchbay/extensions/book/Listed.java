package org.patchbay.extensions.book;

import java.util.Optional;
import org.patchbay.extensions.store.StoredThing;
import org.patchbay.extensions.thing.Things;

/** A thing in memory, with its sealed secret. Immutable. */
record Listed(String kind, String key, String sort, Record thing, Optional<String> sealed) {

    static Listed of(StoredThing stored) {
        return new Listed(stored.kind(), stored.key(), stored.sort(), Things.read(stored), stored.sealed());
    }

    @Override
    public String toString() {
        return "Listed[" + kind + ", " + key + "]";
    }
}
