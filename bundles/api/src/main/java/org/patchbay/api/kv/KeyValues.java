package org.patchbay.api.kv;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;

/**
 * Durable values by portal, space and key; a space belongs to one plugin ({@code plugin/crm-hubspot}) or to the scripts
 * of the portal ({@code scripts}). Keys to 200 characters, values to 64 KiB, 10,000 keys a space. Thread-safe.
 */
@ProviderType
public interface KeyValues {

    /** The value of the key. */
    Optional<String> get(PortalId portal, String space, String key);

    /** Writes the value; LIMITED when the space is full. */
    void put(PortalId portal, String space, String key, String value);

    /** Removes the key; harmless when there is none. */
    void remove(PortalId portal, String space, String key);

    /** The keys that begin with the prefix, sorted. */
    Page<String> keys(PortalId portal, String space, String prefix, PageRequest page);
}
