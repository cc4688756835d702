package org.patchbay.identity.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;

/** Keeps what an import leaves beside the people themselves. Called inside a unit of work. Thread-safe. */
public interface ImportedStore {

    /** Keeps what the file said of the new person that no part uses yet, and whether they are to be welcomed. */
    void add(PortalId portal, List<Imported> imported);

    /** What was kept of the person. */
    Map<String, String> attributes(PortalId portal, PersonId person);

    /** People of any portal who are still to be welcomed; at most this many. */
    List<Waiting> waiting(int limit);

    /** Takes the person from those who wait; answers whether they did. */
    boolean welcomed(PortalId portal, PersonId person);

    void delete(PortalId portal, PersonId person);

    void erase(PortalId portal);

    /** What is left of one row. */
    record Imported(PersonId person, Map<String, String> attributes, boolean welcome) {}

    /** Somebody who waits for a welcome mail. */
    record Waiting(PortalId portal, PersonId person) {}

    /** Nothing that would have to be kept. */
    static Optional<Map<String, String>> some(Map<String, String> attributes) {
        return Optional.of(attributes).filter(kept -> !kept.isEmpty());
    }
}
