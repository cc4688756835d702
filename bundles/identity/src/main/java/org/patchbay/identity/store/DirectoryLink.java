package org.patchbay.identity.store;

import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;

/**
 * Whose password a directory keeps; such a person has none here.
 *
 * @param plugin of the directory
 * @param account the directory's own id of the person, which stays whatever else changes
 * @param login as the directory wrote it last
 */
public record DirectoryLink(PortalId portal, PersonId person, String plugin, String account, String login) {

    /** The same person under what the directory calls them now. */
    public DirectoryLink called(String now) {
        return new DirectoryLink(portal, person, plugin, account, now);
    }
}
