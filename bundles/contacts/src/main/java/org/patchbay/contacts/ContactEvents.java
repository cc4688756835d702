package org.patchbay.contacts;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.patchbay.api.contacts.Contact;
import org.patchbay.api.contacts.Visibility;
import org.patchbay.spi.events.EventType;
import org.patchbay.spi.events.EventTypes;

/** The events of contacts: which, never who, since the journal is read by more than see a private contact. */
@Component
public final class ContactEvents implements EventTypes {

    public static final String CREATED = "contact.created";
    public static final String UPDATED = "contact.updated";
    public static final String DELETED = "contact.deleted";
    public static final String IMPORTED = "contact.imported";

    @Override
    public List<EventType> types() {
        return List.of(
                EventType.durable(CREATED, "A contact was added to an address book.", ContactChange.class),
                EventType.durable(UPDATED, "A contact was changed.", ContactChange.class),
                EventType.durable(DELETED, "A contact was deleted.", ContactChange.class),
                EventType.durable(IMPORTED, "Contacts of a file were added to an address book.", ContactImport.class));
    }

    /** The contact of the event. */
    public record ContactChange(String id, Visibility visibility) {

        static ContactChange of(Contact contact) {
            return new ContactChange(contact.id().value(), contact.visibility());
        }
    }

    /** How many contacts came. */
    public record ContactImport(Visibility visibility, int contacts) {}
}
