package org.patchbay.api.crm;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.patchbay.api.PortalId;

/**
 * The portal's CRM, whichever connectors it has configured. Numbers may be written in any international way. Blocks, for
 * a limited time. Thread-safe.
 */
@ProviderType
public interface Crm {

    /**
     * Asks every configured connector, at most 50 contacts.
     *
     * @throws org.patchbay.api.PatchbayException INVALID for a number or address that is none, UNAVAILABLE when the
     *     portal has no CRM or none answers
     */
    List<Contact> find(PortalId portal, ContactQuery query);

    /** Creates a contact in the portal's first CRM. */
    Contact create(PortalId portal, NewContact contact);

    /**
     * Journals in every configured CRM; answers the CRMs' ids of the entry. An entry of the same id and day that was
     * journaled before is changed, so that a failure can be tried again.
     *
     * @throws org.patchbay.api.PatchbayException UNAVAILABLE when the portal has no CRM or one does not answer
     */
    List<String> journal(PortalId portal, JournalEntry entry);
}
