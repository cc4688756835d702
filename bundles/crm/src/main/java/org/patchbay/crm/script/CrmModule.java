package org.patchbay.crm.script;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.crm.Contact;
import org.patchbay.api.crm.ContactQuery;
import org.patchbay.api.crm.Crm;
import org.patchbay.api.crm.JournalEntry;
import org.patchbay.api.crm.NewContact;
import org.patchbay.spi.scripting.ScriptFunction;
import org.patchbay.spi.scripting.ScriptModule;

/** The portal's CRM, for scripts. */
@Component
public final class CrmModule implements ScriptModule {

    private final Crm crm;

    @Activate
    public CrmModule(@Reference Crm crm) {
        this.crm = crm;
    }

    @Override
    public String name() {
        return "patchbay/crm";
    }

    @ScriptFunction("Finds contacts by phone number, written with its country code.")
    public List<Contact> lookupByPhone(PortalId portal, String phone) {
        return crm.find(portal, new ContactQuery.ByPhone(phone));
    }

    @ScriptFunction("Finds contacts by e-mail address.")
    public List<Contact> lookupByEmail(PortalId portal, String email) {
        return crm.find(portal, new ContactQuery.ByEmail(email));
    }

    @ScriptFunction("Finds contacts by words of name, company or address.")
    public List<Contact> search(PortalId portal, String text) {
        return crm.find(portal, new ContactQuery.ByText(text));
    }

    @ScriptFunction("Creates a contact, or answers the one that is there already.")
    public Contact createContact(PortalId portal, NewContact contact) {
        return crm.create(portal, contact);
    }

    @ScriptFunction("Journals a call or meeting; the same id again changes the entry. Answers the CRMs' ids of it.")
    public List<String> journal(PortalId portal, JournalEntry entry) {
        return crm.journal(portal, entry);
    }
}
