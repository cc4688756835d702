package org.patchbay.contacts.store;

import java.util.Optional;
import org.patchbay.api.PortalId;
import org.patchbay.api.contacts.Visibility;
import org.patchbay.api.identity.PersonId;

/**
 * One address book.
 *
 * @param owner empty for the public one
 */
public record Book(PortalId portal, Optional<PersonId> owner) {

    private static final String NOBODY = "-";

    /** The book that everybody in the portal sees. */
    public static Book publicOf(PortalId portal) {
        return new Book(portal, Optional.empty());
    }

    /** The book that one person sees. */
    public static Book privateOf(PortalId portal, PersonId owner) {
        return new Book(portal, Optional.of(owner));
    }

    public Visibility visibility() {
        return owner.isPresent() ? Visibility.PRIVATE : Visibility.PUBLIC;
    }

    /** The owner as columns have it, which are never empty. */
    String ownerText() {
        return owner.map(PersonId::value).orElse(NOBODY);
    }
}
