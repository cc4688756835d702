package org.patchbay.api.tenancy;

import org.osgi.annotation.versioning.ProviderType;
import org.patchbay.api.PortalId;

/** Builds the links that leave the server: in mails and invitations. Thread-safe. */
@ProviderType
public interface PortalLinks {

    /**
     * The whole URL of a page on the portal's host, with the scheme and port under which the server is reached.
     *
     * @param path begins with a slash, such as {@code /m/abc-defg-hij}
     * @throws org.patchbay.api.PatchbayException NOT_FOUND if there is no such portal
     */
    String link(PortalId portal, String path);
}
