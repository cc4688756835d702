package org.patchbay.scripting;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.patchbay.api.PortalId;
import org.patchbay.api.crm.Contact;
import org.patchbay.api.crm.JournalEntry;
import org.patchbay.spi.scripting.ScriptFunction;
import org.patchbay.spi.scripting.ScriptModule;

/** The module of the slice crm, in front of a CRM that knows everybody at example.com. */
public final class FakeCrmModule implements ScriptModule {

    private final List<JournalEntry> journal = new CopyOnWriteArrayList<>();

    @Override
    public String name() {
        return "patchbay/crm";
    }

    @ScriptFunction("Finds contacts by e-mail address.")
    public List<Contact> lookupByEmail(PortalId portal, String email) {
        var name = email.substring(0, email.indexOf('@'));
        var id = "fake/" + name.toLowerCase(Locale.ROOT);
        return List.of(new Contact(
                id,
                "fake",
                name + " Lovelace",
                java.util.Optional.of(email),
                List.of(),
                java.util.Optional.empty(),
                java.util.Optional.empty()));
    }

    @ScriptFunction("Journals a call or meeting.")
    public List<String> journal(PortalId portal, JournalEntry entry) {
        journal.add(entry);
        return List.of("1");
    }

    List<JournalEntry> journaled() {
        return journal;
    }
}
