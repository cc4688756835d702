package org.patchbay.contacts.crm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.crm.Contact;
import org.patchbay.api.crm.ContactQuery;
import org.patchbay.api.crm.Crm;
import org.patchbay.api.crm.JournalEntry;
import org.patchbay.api.crm.NewContact;

/** A CRM that knows Ada alone, whatever it is asked. */
final class FakeCrm implements Crm {

    final List<ContactQuery> asked = new ArrayList<>();
    Optional<String> failing = Optional.empty();

    @Override
    public List<Contact> find(PortalId portal, ContactQuery query) {
        asked.add(query);
        failing.ifPresent(code -> {
            throw Problem.UNAVAILABLE.because(code, "It does not answer");
        });
        return List.of(new Contact(
                "crm-fake/1",
                "crm-fake",
                "Ada",
                Optional.of("ada@example.org"),
                List.of("+4930"),
                Optional.empty(),
                Optional.empty()));
    }

    @Override
    public Contact create(PortalId portal, NewContact contact) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<String> journal(PortalId portal, JournalEntry entry) {
        throw new UnsupportedOperationException();
    }
}
