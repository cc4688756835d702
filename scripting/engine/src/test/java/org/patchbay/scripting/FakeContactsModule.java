package org.patchbay.scripting;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.patchbay.api.Ids;
import org.patchbay.api.PortalId;
import org.patchbay.api.contacts.Contact;
import org.patchbay.api.contacts.ContactId;
import org.patchbay.api.contacts.Visibility;
import org.patchbay.api.events.Causation;
import org.patchbay.spi.scripting.ScriptFunction;
import org.patchbay.spi.scripting.ScriptModule;

/** The module of the slice contacts, in front of an empty address book. */
public final class FakeContactsModule implements ScriptModule {

    private final List<Contact> contacts = new CopyOnWriteArrayList<>();
    private final List<Optional<String>> causes = new CopyOnWriteArrayList<>();

    @Override
    public String name() {
        return "patchbay/contacts";
    }

    @ScriptFunction("Finds public contacts by e-mail address.")
    public List<Contact> lookupByEmail(PortalId portal, String email) {
        return contacts.stream()
                .filter(contact -> contact.email().filter(email::equals).isPresent())
                .toList();
    }

    @ScriptFunction("Creates a contact that everybody in the portal sees.")
    public Contact createContact(PortalId portal, Draft contact) {
        var made = new Contact(
                new ContactId(Ids.next()),
                portal,
                Visibility.PUBLIC,
                contact.name(),
                Optional.empty(),
                contact.email(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                contact.groups(),
                Instant.parse("2026-01-01T10:00:00Z"),
                1);
        contacts.add(made);
        causes.add(Causation.present());
        return made;
    }

    /** What a script says of a contact. */
    public record Draft(String name, Optional<String> email, List<String> groups) {}

    List<Contact> created() {
        return contacts;
    }

    /** What an event about each contact would name as its cause. */
    List<Optional<String>> causes() {
        return causes;
    }
}
