package org.patchbay.contacts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.audit.Audit;
import org.patchbay.api.audit.AuditDraft;
import org.patchbay.api.contacts.Contact;
import org.patchbay.api.contacts.ContactDraft;
import org.patchbay.api.contacts.ContactFilter;
import org.patchbay.api.contacts.ContactGroup;
import org.patchbay.api.contacts.ContactId;
import org.patchbay.api.contacts.Contacts;
import org.patchbay.api.events.Events;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.secrets.PersonalSecrets;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.contacts.ContactEvents.ContactChange;
import org.patchbay.contacts.phone.NumberBook;
import org.patchbay.contacts.phone.PhoneText;
import org.patchbay.contacts.phone.ZoneRegions;
import org.patchbay.contacts.search.Fold;
import org.patchbay.contacts.search.SearchText;
import org.patchbay.contacts.store.Book;
import org.patchbay.contacts.store.ContactStore;

/** The component behind {@link Contacts}. */
@Component
public final class ContactService implements Contacts {

    private static final int FOUND_LIMIT = 50;
    private static final Comparator<Contact> BY_NAME = Comparator.<Contact, String>comparing(
                    contact -> Fold.fold(contact.name()))
            .thenComparing(contact -> contact.id().value());

    private final ContactStore store;
    private final BookKeeper books;
    private final ContactPress press;
    private final ZoneRegions regions;
    private final Events events;
    private final Audit audit;
    private final PersonalSecrets secrets;
    private final UnitOfWork work;
    private final NumberBook numbers;

    @Activate
    public ContactService(
            @Reference ContactStore store,
            @Reference BookKeeper books,
            @Reference ContactPress press,
            @Reference ZoneRegions regions,
            @Reference Events events,
            @Reference Audit audit,
            @Reference PersonalSecrets secrets,
            @Reference UnitOfWork work,
            @Reference NumberBook numbers) {
        this.store = store;
        this.books = books;
        this.press = press;
        this.regions = regions;
        this.events = events;
        this.audit = audit;
        this.secrets = secrets;
        this.work = work;
        this.numbers = numbers;
    }

    @Override
    public Contact create(PortalId portal, ContactDraft draft, Caller by) {
        return create(
                books.writable(portal, draft.visibility(), by), draft, change -> audit.record(portal, by, change));
    }

    @Override
    public Contact createPublic(PortalId portal, ContactDraft draft) {
        return create(Book.publicOf(portal), draft, change -> audit.record(portal, change));
    }

    private Contact create(Book book, ContactDraft draft, Consumer<AuditDraft> recorded) {
        ContactDraft checked = ContactRules.check(draft);
        return told(work.call(() -> {
            books.requireRoom(book, 1);
            Contact contact = press.into(book).fresh(checked);
            store.insert(book, List.of(contact));
            ContactAudit.change(ContactEvents.CREATED, Optional.empty(), Optional.of(contact))
                    .ifPresent(recorded);
            announce(ContactEvents.CREATED, contact);
            return contact;
        }));
    }

    /** Lets calls know the numbers of what was written. */
    private Contact told(Contact written) {
        numbers.written(written.portal(), List.of(written));
        return written;
    }

    @Override
    public Contact update(PortalId portal, ContactId id, long version, ContactDraft draft, Caller by) {
        Book to = books.writable(portal, draft.visibility(), by);
        ContactDraft checked = ContactRules.check(draft);
        return told(work.call(() -> {
            Book from = bookOf(portal, id, by);
            books.requireWrite(from, by);
            Contact present = store.find(from, id).orElseThrow(ContactService::unknown);
            if (!store.delete(from, id, version)) {
                throw Problem.STALE.because("The contact is at version " + present.version());
            }
            if (!from.equals(to)) {
                books.requireRoom(to, 1);
            }
            Contact changed = press.into(to).next(present, checked);
            store.insert(to, List.of(changed));
            ContactAudit.change(ContactEvents.UPDATED, Optional.of(present), Optional.of(changed))
                    .ifPresent(change -> audit.record(portal, by, change));
            announce(ContactEvents.UPDATED, changed);
            return changed;
        }));
    }

    @Override
    public void delete(PortalId portal, ContactId id, Caller by) {
        work.run(() -> {
            Book book = bookOf(portal, id, by);
            books.requireWrite(book, by);
            Contact present = store.find(book, id).orElseThrow(ContactService::unknown);
            if (store.delete(book, id, present.version())) {
                ContactAudit.change(ContactEvents.DELETED, Optional.of(present), Optional.empty())
                        .ifPresent(change -> audit.record(portal, by, change));
                announce(ContactEvents.DELETED, present);
                secrets.erase(portal, ContactAudit.key(present));
            }
        });
    }

    @Override
    public Optional<Contact> find(PortalId portal, ContactId id, Caller by) {
        return work.call(() -> books.readable(portal, by).stream()
                .flatMap(book -> store.find(book, id).stream())
                .findFirst());
    }

    @Override
    public Page<Contact> list(PortalId portal, ContactFilter filter, PageRequest page, Caller by) {
        return list(books.readable(portal, filter, by), filter, page);
    }

    private Page<Contact> list(List<Book> readable, ContactFilter filter, PageRequest page) {
        Optional<SearchText> text =
                filter.text().filter(typed -> !typed.isBlank()).map(SearchText::parse);
        if (readable.isEmpty() || text.filter(SearchText::isEmpty).isPresent()) {
            return new Page<>(List.of(), Optional.empty(), OptionalLong.of(0));
        }
        return work.call(() -> store.list(readable, text, filter.group(), page));
    }

    @Override
    public List<ContactGroup> groups(PortalId portal, Caller by) {
        return work.call(() -> store.groups(books.readable(portal, by)));
    }

    @Override
    public List<Contact> members(PortalId portal, Set<String> groups, Set<ContactId> contacts, Caller by) {
        if (contacts.size() > MEMBERS_LIMIT || groups.size() > MEMBERS_LIMIT) {
            throw tooMany();
        }
        return work.call(() -> {
            Map<ContactId, Contact> members = new LinkedHashMap<>();
            for (String group : groups) {
                everybodyIn(portal, group, by).forEach(member -> members.put(member.id(), member));
                if (members.size() > MEMBERS_LIMIT) {
                    throw tooMany();
                }
            }
            contacts.forEach(id -> find(portal, id, by).ifPresent(contact -> members.put(id, contact)));
            if (members.size() > MEMBERS_LIMIT) {
                throw tooMany();
            }
            return members.values().stream().sorted(BY_NAME).toList();
        });
    }

    private List<Contact> everybodyIn(PortalId portal, String group, Caller by) {
        List<Contact> found = new ArrayList<>();
        var request = PageRequest.first(PageRequest.MAX_LIMIT);
        List<Book> readable = books.readable(portal, by);
        while (found.size() <= MEMBERS_LIMIT) {
            Page<Contact> page = store.list(readable, Optional.empty(), Optional.of(group), request);
            found.addAll(page.items());
            if (page.next().isEmpty()) {
                return found;
            }
            request = new PageRequest(PageRequest.MAX_LIMIT, page.next());
        }
        throw tooMany();
    }

    @Override
    public List<Contact> lookup(PortalId portal, String numberOrAddress) {
        Book book = Book.publicOf(portal);
        String looked = numberOrAddress.strip();
        return work.call(() -> looked.indexOf('@') >= 0
                ? store.byAddress(book, looked, FOUND_LIMIT)
                : PhoneText.e164(looked, regions.of(portal))
                        .map(number -> store.byNumber(book, number, FOUND_LIMIT))
                        .orElse(List.of()));
    }

    @Override
    public List<Contact> search(PortalId portal, String text) {
        return list(List.of(Book.publicOf(portal)), ContactFilter.of(text), PageRequest.first(FOUND_LIMIT))
                .items();
    }

    private Book bookOf(PortalId portal, ContactId id, Caller by) {
        return books.readable(portal, by).stream()
                .filter(book -> store.find(book, id).isPresent())
                .findFirst()
                .orElseThrow(ContactService::unknown);
    }

    private static PatchbayException unknown() {
        return Problem.NOT_FOUND.because("contact.unknown", "There is no such contact");
    }

    private static PatchbayException tooMany() {
        return Problem.TOO_LARGE.because(
                "contacts.many",
                "At most " + MEMBERS_LIMIT + " contacts can be chosen at once",
                Map.of("limit", MEMBERS_LIMIT));
    }

    private void announce(String type, Contact contact) {
        events.publish(contact.portal(), type, contact.id().value(), ContactChange.of(contact));
    }
}
