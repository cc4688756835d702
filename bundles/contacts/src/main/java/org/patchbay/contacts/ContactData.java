package org.patchbay.contacts;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Page;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.secrets.PersonalSecrets;
import org.patchbay.contacts.store.Book;
import org.patchbay.contacts.store.ContactStore;
import org.patchbay.spi.identity.PersonData;
import org.patchbay.spi.tenancy.DataSink;
import org.patchbay.spi.tenancy.PortalData;

/**
 * Gives the public contacts of a portal and the private ones of a person; erases both. Private contacts are given to their
 * person alone, as they are seen by nobody else.
 */
@Component
public final class ContactData implements PortalData, PersonData {

    private final ContactStore store;
    private final PersonalSecrets secrets;

    @Activate
    public ContactData(@Reference ContactStore store, @Reference PersonalSecrets secrets) {
        this.store = store;
        this.secrets = secrets;
    }

    @Override
    public String name() {
        return "contacts";
    }

    @Override
    public void export(PortalId portal, DataSink out) {
        export(Book.publicOf(portal), out);
    }

    @Override
    public void export(PortalId portal, PersonId person, DataSink out) {
        export(Book.privateOf(portal, person), out);
    }

    private void export(Book book, DataSink out) {
        Page.walk(
                page -> store.list(List.of(book), Optional.empty(), Optional.empty(), page),
                contact -> out.put("contact", contact));
    }

    @Override
    public void erase(PortalId portal) {
        store.erase(portal);
    }

    @Override
    public void erase(PortalId portal, PersonId person) {
        Book book = Book.privateOf(portal, person);
        // A contact that was everybody's once is in the audit.
        Page.walk(
                page -> store.list(List.of(book), Optional.empty(), Optional.empty(), page),
                contact -> secrets.erase(portal, ContactAudit.key(contact)));
        store.erase(book);
    }
}
