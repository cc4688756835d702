package org.patchbay.identity.store;

import java.util.Map;
import java.util.Optional;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;

/** Keeps whose password which directory keeps. Called inside a unit of work. Thread-safe. */
public interface DirectoryLinkStore {

    /** Writes the link in place of the person's present one; an account that is of somebody else is a conflict. */
    void put(DirectoryLink link);

    Optional<DirectoryLink> find(PortalId portal, PersonId person);

    /** The link of a directory's account. */
    Optional<DirectoryLink> findByAccount(PortalId portal, String plugin, String account);

    /** The plugin of the directory that keeps the password of each person who has one there. */
    Map<PersonId, String> plugins(PortalId portal);

    /** Answers whether there was one. */
    boolean delete(PortalId portal, PersonId person);

    void erase(PortalId portal);
}
