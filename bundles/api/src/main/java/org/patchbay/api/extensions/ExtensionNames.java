package org.patchbay.api.extensions;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.patchbay.api.PortalId;

/**
 * How a portal's file names extensions and where calls go. Unlike {@link Extensions} it sees what the present unit of work has
 * set up. Reads the database. Thread-safe.
 */
@ProviderType
public interface ExtensionNames {

    /** The extension of this number. */
    Optional<Extension> numbered(PortalId portal, String number);

    /** The extension of this id. */
    Optional<Extension> find(PortalId portal, String id);

    /** A destination as a text: {@code RING_GROUP 200}, {@code OUTSIDE +493012345}, {@code HANG_UP}. */
    String write(PortalId portal, Destination destination);

    /**
     * The destination of such a text.
     *
     * @throws org.patchbay.api.PatchbayException INVALID at the pointer for one that is not there
     */
    Destination read(PortalId portal, String pointer, String text);
}
