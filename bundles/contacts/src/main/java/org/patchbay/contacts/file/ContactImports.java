package org.patchbay.contacts.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.audit.Audit;
import org.patchbay.api.audit.AuditDraft;
import org.patchbay.api.contacts.Contact;
import org.patchbay.api.contacts.ContactDraft;
import org.patchbay.api.contacts.Visibility;
import org.patchbay.api.events.Events;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.contacts.BookKeeper;
import org.patchbay.contacts.ContactEvents;
import org.patchbay.contacts.ContactEvents.ContactImport;
import org.patchbay.contacts.ContactPress;
import org.patchbay.contacts.ContactRules;
import org.patchbay.contacts.ContactsConfig;
import org.patchbay.contacts.phone.NumberBook;
import org.patchbay.contacts.store.Book;
import org.patchbay.contacts.store.ContactStore;
import org.patchbay.contacts.store.Likeness;

/** Takes contacts from a file: first looked at, then all that are new and sound in one unit of work. */
@Component(service = ContactImports.class, configurationPid = "org.patchbay.contacts")
public final class ContactImports {

    private final BookKeeper books;
    private final ContactPress press;
    private final ContactStore store;
    private final Events events;
    private final Audit audit;
    private final UnitOfWork work;
    private final NumberBook numbers;
    private final ContactsConfig config;

    @Activate
    public ContactImports(
            @Reference BookKeeper books,
            @Reference ContactPress press,
            @Reference ContactStore store,
            @Reference Events events,
            @Reference Audit audit,
            @Reference UnitOfWork work,
            @Reference NumberBook numbers,
            ContactsConfig config) {
        this.books = books;
        this.press = press;
        this.store = store;
        this.events = events;
        this.audit = audit;
        this.work = work;
        this.numbers = numbers;
        this.config = config;
    }

    /**
     * Reads a file and answers what becomes of each contact.
     *
     * @param save adds those that are new and sound; without it nothing is changed
     */
    public ContactImportReport run(PortalId portal, Visibility visibility, InputStream file, boolean save, Caller by) {
        Book book = books.writable(portal, visibility, by);
        ContactFile read = ContactFile.read(bytes(file), config.importContacts());
        List<Contact> added = new ArrayList<>();
        ContactImportReport report = work.call(() -> {
            Reading reading = new Reading(press.into(book));
            read.rows().forEach(row -> reading.take(row, visibility));
            Set<String> known = store.known(book, reading.likenesses());
            List<Contact> fresh = reading.unlike(known);
            if (save && !fresh.isEmpty()) {
                books.requireRoom(book, fresh.size());
                store.insert(book, fresh);
                added.addAll(fresh);
                if (visibility == Visibility.PUBLIC) {
                    record(portal, fresh.size(), by);
                }
                events.publish(
                        portal, ContactEvents.IMPORTED, portal.value(), new ContactImport(visibility, fresh.size()));
            }
            return ContactImportReport.of(save, read.strange(), reading.verdicts(known));
        });
        numbers.written(portal, added);
        return report;
    }

    private void record(PortalId portal, int contacts, Caller by) {
        var after = Map.of("contacts", Integer.toString(contacts));
        audit.record(portal, by, new AuditDraft(ContactEvents.IMPORTED, "contacts", portal.value(), Map.of(), after));
    }

    private byte[] bytes(InputStream file) {
        int limit = config.importKiB() * 1024;
        try {
            byte[] bytes = file.readNBytes(limit + 1);
            if (bytes.length > limit) {
                throw Problem.TOO_LARGE.because(
                        "import.large",
                        "A file may have at most " + config.importKiB() + " KiB",
                        Map.of("limit", config.importKiB()));
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of one file, as far as they were understood. */
    private static final class Reading {

        private final ContactPress.Run press;
        private final List<Understood> rows = new ArrayList<>();
        private final Set<String> before = new HashSet<>();

        private record Understood(ContactImportRow row, List<Contact> contact, String likeness) {}

        Reading(ContactPress.Run press) {
            this.press = press;
        }

        void take(FileRow row, Visibility visibility) {
            try {
                ContactDraft draft = ContactRules.check(row.draft(visibility));
                Contact contact = press.fresh(draft);
                String likeness = Likeness.of(contact);
                boolean repeated = !before.add(likeness);
                var verdict = repeated ? ContactImportRow.Verdict.KNOWN : ContactImportRow.Verdict.FRESH;
                rows.add(new Understood(
                        new ContactImportRow(row.line(), contact.name(), verdict, List.of()),
                        repeated ? List.of() : List.of(contact),
                        likeness));
            } catch (PatchbayException e) {
                String name = row.name();
                String shown = name.length() <= 100 ? name : name.substring(0, 100);
                var faulty = new ContactImportRow(row.line(), shown, ContactImportRow.Verdict.FAULTY, e.errors());
                rows.add(new Understood(faulty, List.of(), ""));
            }
        }

        Set<String> likenesses() {
            return before;
        }

        List<Contact> unlike(Set<String> known) {
            return rows.stream()
                    .filter(one -> !known.contains(one.likeness()))
                    .flatMap(one -> one.contact().stream())
                    .toList();
        }

        List<ContactImportRow> verdicts(Set<String> known) {
            return rows.stream()
                    .map(one -> known.contains(one.likeness())
                            ? new ContactImportRow(
                                    one.row().line(), one.row().name(), ContactImportRow.Verdict.KNOWN, List.of())
                            : one.row())
                    .toList();
        }
    }
}
