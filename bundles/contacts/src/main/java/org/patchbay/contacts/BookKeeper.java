package org.patchbay.contacts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.contacts.ContactFilter;
import org.patchbay.api.contacts.Visibility;
import org.patchbay.api.identity.Access;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.identity.Right;
import org.patchbay.contacts.store.Book;
import org.patchbay.contacts.store.ContactStore;

/** Who may read and write which book, and how much goes into it. */
@Component(service = BookKeeper.class, configurationPid = "org.patchbay.contacts")
@Designate(ocd = ContactsConfig.class)
public final class BookKeeper {

    /** Who may change what everybody sees. */
    private static final Right MANAGE = Right.MANAGE_CONTACTS;

    private final Access access;
    private final ContactStore store;
    private final ContactsConfig config;

    @Activate
    public BookKeeper(@Reference Access access, @Reference ContactStore store, ContactsConfig config) {
        this.access = access;
        this.store = store;
        this.config = config;
    }

    /** The books that the caller sees: the public one, and in the own portal the own one. */
    public List<Book> readable(PortalId portal, Caller by) {
        Book everybodys = Book.publicOf(portal);
        return own(portal, by).map(book -> List.of(everybodys, book)).orElse(List.of(everybodys));
    }

    /** Those of the books that the filter means. */
    public List<Book> readable(PortalId portal, ContactFilter filter, Caller by) {
        return readable(portal, by).stream()
                .filter(book ->
                        filter.visibility().map(book.visibility()::equals).orElse(true))
                .toList();
    }

    /** The book into which the caller writes contacts of this visibility. */
    public Book writable(PortalId portal, Visibility visibility, Caller by) {
        if (visibility == Visibility.PUBLIC) {
            Book book = Book.publicOf(portal);
            requireWrite(book, by);
            return book;
        }
        return own(portal, by)
                .orElseThrow(() -> Problem.FORBIDDEN.at(
                        "/visibility", "contact.private-elsewhere", "can be private in your own portal only"));
    }

    /** Lets those pass who may write into a book that they see. */
    public void requireWrite(Book book, Caller by) {
        if (book.visibility() == Visibility.PUBLIC
                && !access.rights(by, book.portal()).contains(MANAGE)) {
            throw Problem.FORBIDDEN.because("contact.public", "Public contacts are changed by administrators only");
        }
    }

    /** Refuses more contacts than a book may hold. */
    public void requireRoom(Book book, int more) {
        int limit = book.visibility() == Visibility.PUBLIC ? config.publicContacts() : config.privateContacts();
        if (store.count(book) + more > limit) {
            throw Problem.TOO_LARGE.because(
                    "contacts.full", "An address book holds at most " + limit + " contacts", Map.of("limit", limit));
        }
    }

    private static Optional<Book> own(PortalId portal, Caller by) {
        Optional<PersonId> person = by.portal().equals(portal) ? by.personId() : Optional.empty();
        return person.map(owner -> Book.privateOf(portal, owner));
    }
}
