package org.patchbay.extensions.store;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;

/** Keeps what is set up. Thread-safe. */
public interface ThingStore {

    /** Lets no other change of the portal begin before the unit of work has ended. */
    void lock(PortalId portal);

    /** Counts a change of the portal, which it locks; how many there were with this one. */
    long count(PortalId portal);

    /** How many changes there were. */
    long revision(PortalId portal);

    /** The portals in which something was ever changed. */
    List<PortalId> portals();

    /** The thing of this id in this portal only. */
    Optional<StoredThing> find(PortalId portal, String id);

    /** The thing with this key. */
    Optional<StoredThing> withKey(PortalId portal, String key);

    /** The wanted things by their sort key. */
    Page<StoredThing> list(PortalId portal, ThingFilter filter, PageRequest page);

    /** Everything of the portal, by id; at most this many whose id follows. */
    List<StoredThing> all(PortalId portal, String after, int limit);

    /** What leads to a thing, by its sort key, at most this many. */
    List<StoredThing> pointing(PortalId portal, String to, int limit);

    /** How many things of a kind there are. */
    long count(PortalId portal, String kind);

    /**
     * Keeps a thing anew.
     *
     * @param to the ids of what it leads to
     */
    void insert(PortalId portal, StoredThing thing, Set<String> to);

    /** Keeps a thing in place of its version before; false if there is another one by now. */
    boolean update(PortalId portal, StoredThing thing, long version, Set<String> to);

    /** Forgets a thing. */
    void delete(PortalId portal, String id);

    /** Forgets everything of the portal. */
    void erase(PortalId portal);
}
