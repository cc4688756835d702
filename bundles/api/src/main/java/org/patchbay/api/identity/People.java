package org.patchbay.api.identity;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;

/** The people of a portal. Thread-safe. */
@ProviderType
public interface People {

    /** Creates a person and sends the welcome mail with a one-time set-password link. */
    Person create(PortalId portal, PersonDraft draft);

    /** Changes a person on behalf of the caller; nobody changes their own roles or disables themselves. */
    Person update(PortalId portal, PersonId id, long version, PersonDraft draft, Caller by);

    /** Deletes a person; nobody deletes themselves. */
    void delete(PortalId portal, PersonId id, Caller by);

    /** Finds a person of this portal only. */
    Optional<Person> find(PortalId portal, PersonId id);

    /** The people of the portal by name; the text is looked for in name, login and e-mail address. */
    Page<Person> list(PortalId portal, Optional<String> text, PageRequest page);

    /** Sends the welcome mail again, with a fresh link; earlier links end. */
    void invite(PortalId portal, PersonId id);
}
