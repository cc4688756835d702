package org.patchbay.api.extensions;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.patchbay.api.PortalId;

/**
 * Phones at which people sign in with their own number: such a phone rings for their extension and calls as it. Who signs in is
 * proven by whoever asks. Thread-safe.
 */
@ProviderType
public interface HotDesks {

    /** Whether a device is one at which people can sign in; the phone of a browser is none. */
    boolean isPhone(PortalId portal, String device);

    /** The extension as which a phone is used, where that is not its own. Answers from memory. */
    Optional<Extension> at(PortalId portal, String device);

    /**
     * Uses a phone as one of this extension, and no longer as one of another extension. Another phone at which the extension
     * signed in before is its own again, and at a phone of the extension itself nothing else happens. Writes to the database.
     *
     * @throws org.patchbay.api.PatchbayException NOT_FOUND for a phone or an extension that is not there
     */
    void signIn(PortalId portal, String device, String extension);

    /** Lets a phone be that of its own extension again; whether it was not. Writes to the database. */
    boolean signOut(PortalId portal, String device);
}
