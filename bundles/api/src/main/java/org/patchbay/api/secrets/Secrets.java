package org.patchbay.api.secrets;

import org.osgi.annotation.versioning.ProviderType;
import org.patchbay.api.PortalId;

/**
 * Encrypts values that rest in the database: AES-256-GCM with the key's id, the portal and the field as associated data,
 * so that a sealed value moved elsewhere does not open. Thread-safe.
 */
@ProviderType
public interface Secrets {

    /** Seals a value for one field of one portal. */
    String seal(PortalId portal, String field, String plain);

    /**
     * Opens a sealed value.
     *
     * @throws org.patchbay.api.PatchbayException UNAVAILABLE when the key is another or the value was altered
     */
    String open(PortalId portal, String field, String sealed);
}
