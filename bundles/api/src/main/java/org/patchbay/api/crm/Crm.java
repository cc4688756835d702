package org.patchbay.api.crm;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.patchbay.api.PortalId;

/** The portal's CRM, whichever connectors it has configured. Blocks. Thread-safe. */
@ProviderType
public interface Crm {

    /**
     * Asks every configured connector, at most 50 contacts.
     *
     * @throws org.patchbay.api.PatchbayException UNAVAILABLE when the portal has no CRM or it does not answer
     */
    List<Contact> find(PortalId portal, ContactQuery query);

    /** Creates a contact in the portal's first CRM. */
    Contact create(PortalId portal, NewContact contact);

    /** Journals in every configured CRM; answers the CRMs' ids of the entry. */
    List<String> journal(PortalId portal, JournalEntry entry);
}
