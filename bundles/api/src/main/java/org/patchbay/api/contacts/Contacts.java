package org.patchbay.api.contacts;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Caller;

/**
 * The address books of a portal: the public one, and one of each person. What a caller may not see is not found.
 * Thread-safe.
 */
@ProviderType
public interface Contacts {

    /** The most contacts that {@link #members} answers. */
    int MEMBERS_LIMIT = 1000;

    /**
     * Creates a contact; a private one is the caller's own.
     *
     * @throws org.patchbay.api.PatchbayException INVALID with the fields, FORBIDDEN for a public one without the right
     */
    Contact create(PortalId portal, ContactDraft draft, Caller by);

    /** Creates a public contact on behalf of the portal itself, as its scripts do. */
    Contact createPublic(PortalId portal, ContactDraft draft);

    /**
     * Changes a contact; one that becomes private becomes the caller's own. STALE unless the version is the present one.
     */
    Contact update(PortalId portal, ContactId id, long version, ContactDraft draft, Caller by);

    /** Deletes a contact. */
    void delete(PortalId portal, ContactId id, Caller by);

    /** Finds a contact that the caller sees. */
    Optional<Contact> find(PortalId portal, ContactId id, Caller by);

    /**
     * The contacts that the caller sees: by name, or, with a text, in the order of the words that match. The total is
     * there without a text only, since counting would cost more than finding.
     */
    Page<Contact> list(PortalId portal, ContactFilter filter, PageRequest page, Caller by);

    /** The groups of the contacts that the caller sees, by name. */
    List<ContactGroup> groups(PortalId portal, Caller by);

    /**
     * Everybody in any of the groups and the named contacts, each once, by name: who is meant when groups are invited.
     *
     * @throws org.patchbay.api.PatchbayException TOO_LARGE above {@link #MEMBERS_LIMIT}
     */
    List<Contact> members(PortalId portal, Set<String> groups, Set<ContactId> contacts, Caller by);

    /** The public contacts with this phone number, written in any way, or this e-mail address; at most 50. */
    List<Contact> lookup(PortalId portal, String numberOrAddress);

    /** The public contacts that match the text, at most 50. */
    List<Contact> search(PortalId portal, String text);
}
