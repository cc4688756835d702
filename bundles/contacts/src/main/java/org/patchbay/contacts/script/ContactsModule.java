package org.patchbay.contacts.script;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.contacts.Contact;
import org.patchbay.api.contacts.ContactDraft;
import org.patchbay.api.contacts.Contacts;
import org.patchbay.api.contacts.Visibility;
import org.patchbay.spi.scripting.ScriptFunction;
import org.patchbay.spi.scripting.ScriptModule;

/** The public contacts of the portal, for scripts; private ones are nobody's business but their person's. */
@Component
public final class ContactsModule implements ScriptModule {

    private final Contacts contacts;

    @Activate
    public ContactsModule(@Reference Contacts contacts) {
        this.contacts = contacts;
    }

    @Override
    public String name() {
        return "patchbay/contacts";
    }

    @ScriptFunction("Finds public contacts by phone number, written in any way.")
    public List<Contact> lookupByPhone(PortalId portal, String phone) {
        return contacts.lookup(portal, phone.replace("@", ""));
    }

    @ScriptFunction("Finds public contacts by e-mail address.")
    public List<Contact> lookupByEmail(PortalId portal, String email) {
        return email.indexOf('@') < 0 ? List.of() : contacts.lookup(portal, email);
    }

    @ScriptFunction("Finds public contacts by beginnings of words of name, company or address, or of a number.")
    public List<Contact> search(PortalId portal, String text) {
        return contacts.search(portal, text);
    }

    @ScriptFunction("Creates a contact that everybody in the portal sees.")
    public Contact createContact(PortalId portal, NewContact contact) {
        return contacts.createPublic(
                portal,
                new ContactDraft(
                        Visibility.PUBLIC,
                        contact.name(),
                        contact.company(),
                        contact.email(),
                        contact.phone(),
                        contact.mobile(),
                        contact.extension(),
                        contact.language(),
                        contact.notes(),
                        contact.groups()));
    }

    /** A public contact to be created. */
    public record NewContact(
            String name,
            Optional<String> company,
            Optional<String> email,
            Optional<String> phone,
            Optional<String> mobile,
            Optional<String> extension,
            Optional<String> language,
            Optional<String> notes,
            Optional<List<String>> groups) {}
}
