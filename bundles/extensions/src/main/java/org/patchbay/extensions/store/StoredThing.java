package org.patchbay.extensions.store;

import java.util.Optional;

/**
 * A thing of any kind, as it is kept. Immutable.
 *
 * @param key unique in the portal
 * @param sort by which the things of a kind are listed
 * @param search small letters among which a text is looked for
 * @param department whose it is; empty for what belongs to something
 * @param owner the thing it belongs to, with which it goes
 * @param details the whole thing as JSON
 * @param sealed its secret
 */
public record StoredThing(
        String id,
        String kind,
        String key,
        String sort,
        String search,
        Optional<String> department,
        Optional<String> person,
        Optional<String> owner,
        String details,
        Optional<String> sealed,
        long version) {

    /** The same with another secret. */
    public StoredThing sealed(Optional<String> other) {
        return new StoredThing(id, kind, key, sort, search, department, person, owner, details, other, version);
    }

    @Override
    public String toString() {
        return "StoredThing[" + kind + ", " + id + ", " + version + "]";
    }
}
