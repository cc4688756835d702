package org.patchbay.click2meet.store;

import java.util.Optional;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;
import org.patchbay.click2meet.link.PersonalLink;

/** Keeps personal links. Thread-safe. */
public interface LinkStore {

    /** The person's link, if it was ever chosen. */
    Optional<PersonalLink> of(PortalId portal, PersonId person);

    /** Whose link this is. */
    Optional<PersonalLink> named(PortalId portal, String name);

    /** Keeps a person's link in place of the one before; fails if another's has the name. */
    void save(PortalId portal, PersonalLink link);

    /** Forgets the person's link, whose name is free from now on. */
    void erase(PortalId portal, PersonId person);
}
