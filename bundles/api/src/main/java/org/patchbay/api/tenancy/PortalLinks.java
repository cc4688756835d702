package org.patchbay.api.tenancy;

import java.net.URI;
import org.osgi.annotation.versioning.ProviderType;
import org.patchbay.api.PortalId;

/** Makes the links that people get: scheme, the portal's host, and the port where it is not the scheme's own. Thread-safe. */
@ProviderType
public interface PortalLinks {

    /**
     * A link to a page of the portal.
     *
     * @param path begins with a slash; may have a fragment
     * @throws org.patchbay.api.PatchbayException NOT_FOUND if there is no such portal
     */
    URI link(PortalId portal, String path);
}
