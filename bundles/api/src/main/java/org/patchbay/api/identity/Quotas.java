package org.patchbay.api.identity;

import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;
import org.patchbay.api.PortalId;

/**
 * How much people may store. Whatever keeps something for a person, such as recordings, documents or pictures, reserves
 * the room first, in the same unit of work. Thread-safe.
 */
@ProviderType
public interface Quotas {

    /**
     * Takes room.
     *
     * @param kind of what is stored, such as {@code recordings}; kebab-case, at most 20 characters
     * @throws org.patchbay.api.PatchbayException TOO_LARGE with the code {@code quota.exceeded} when there is not enough
     *     left, NOT_FOUND for somebody unknown
     */
    void reserve(PortalId portal, PersonId person, String kind, long bytes);

    /** Gives room back. */
    void release(PortalId portal, PersonId person, String kind, long bytes);

    /** What the person has stored, and may store. */
    StorageUse use(PortalId portal, PersonId person);

    /**
     * Storage of one person, in bytes.
     *
     * @param byKind what is taken by which kind of thing
     */
    record StorageUse(long limitBytes, long usedBytes, Map<String, Long> byKind) {
        public StorageUse {
            byKind = Map.copyOf(byKind);
        }
    }
}
