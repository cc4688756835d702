package org.patchbay.contacts;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Ids;
import org.patchbay.api.contacts.Contact;
import org.patchbay.api.contacts.ContactDraft;
import org.patchbay.api.contacts.ContactGroup;
import org.patchbay.api.contacts.ContactId;
import org.patchbay.contacts.phone.PhoneText;
import org.patchbay.contacts.phone.ZoneRegions;
import org.patchbay.contacts.search.Fold;
import org.patchbay.contacts.store.Book;
import org.patchbay.contacts.store.ContactStore;

/** Makes contacts of drafts: numbers get their one spelling, groups the one they have already. */
@Component(service = ContactPress.class)
public final class ContactPress {

    private final ContactStore store;
    private final ZoneRegions regions;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public ContactPress(@Reference ContactStore store, @Reference ZoneRegions regions) {
        this.store = store;
        this.regions = regions;
    }

    /** Makes contacts for this book. Called inside a unit of work. */
    public Run into(Book book) {
        return new Run(book);
    }

    /** Remembers what all contacts of one book share. */
    public final class Run {

        private final Book book;
        private final Optional<String> region;
        private final Map<String, String> groups = new HashMap<>();

        private Run(Book book) {
            this.book = book;
            this.region = regions.of(book.portal());
            for (ContactGroup group : store.groups(List.of(book))) {
                groups.put(Fold.fold(group.name()), group.name());
            }
        }

        /** A new contact of a draft that has been checked. */
        public Contact fresh(ContactDraft draft) {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            return contact(draft, new ContactId(Ids.next(clock)), now, 1);
        }

        /** The next version of a contact. */
        public Contact next(Contact present, ContactDraft draft) {
            return contact(draft, present.id(), present.created(), present.version() + 1);
        }

        private Contact contact(ContactDraft draft, ContactId id, Instant created, long version) {
            List<String> names = draft.groups().orElse(List.of()).stream()
                    .map(name -> groups.computeIfAbsent(Fold.fold(name), unknown -> name))
                    .sorted(String.CASE_INSENSITIVE_ORDER)
                    .toList();
            return new Contact(
                    id,
                    book.portal(),
                    book.visibility(),
                    draft.name(),
                    draft.company(),
                    draft.email(),
                    draft.phone(),
                    draft.phone().flatMap(phone -> PhoneText.e164(phone, region)),
                    draft.mobile(),
                    draft.mobile().flatMap(mobile -> PhoneText.e164(mobile, region)),
                    draft.extension(),
                    draft.language(),
                    draft.notes(),
                    names,
                    created,
                    version);
        }
    }
}
