package org.patchbay.api.identity;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;

/** The people of a portal. Thread-safe. */
@ProviderType
public interface People {

    /**
     * Creates a person and sends the welcome mail (without an address: none) with a one-time set-password link. Nobody
     * grants rights they do not have.
     *
     * @throws org.patchbay.api.PatchbayException INVALID with the fields, CONFLICT if the login is taken, FORBIDDEN
     */
    Person create(PortalId portal, PersonDraft draft, Caller by);

    /**
     * Changes a person on behalf of the caller; nobody changes their own roles or disables themselves, nobody manages
     * somebody with more rights. STALE unless the version is the present one.
     */
    Person update(PortalId portal, PersonId id, long version, PersonDraft draft, Caller by);

    /** Deletes a person; nobody deletes themselves. */
    void delete(PortalId portal, PersonId id, Caller by);

    /** Finds a person of this portal only. */
    Optional<Person> find(PortalId portal, PersonId id);

    /** The people of the portal whom the caller may manage. */
    Page<Person> list(PortalId portal, PeopleQuery query, PageRequest page, Caller by);

    /** The people of the portal by name; the text is looked for in name, login, e-mail address and numbers. */
    Page<Person> list(PortalId portal, Optional<String> text, PageRequest page);

    /** Sends the welcome mail again, with a fresh link; earlier links end. */
    void invite(PortalId portal, PersonId id, Caller by);

    /**
     * A fresh set-password link to hand to somebody whom no mail reaches; earlier links end.
     *
     * @throws org.patchbay.api.PatchbayException CONFLICT for a disabled person and for one with a password whom a mail
     *     reaches, FORBIDDEN for oneself and for somebody with more rights
     */
    SetupLink link(PortalId portal, PersonId id, Caller by);
}
