package org.patchbay.contacts.store;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.contacts.Contact;
import org.patchbay.api.contacts.ContactGroup;
import org.patchbay.api.contacts.ContactId;
import org.patchbay.contacts.search.SearchText;

/** Keeps contacts. Called inside a unit of work. Thread-safe. */
public interface ContactStore {

    /** Writes new contacts into the book. */
    void insert(Book book, List<Contact> contacts);

    /** Takes out a contact of this version; answers whether it was there. */
    boolean delete(Book book, ContactId id, long version);

    Optional<Contact> find(Book book, ContactId id);

    /** By name, or with a text in the order of what matches; a page that took too long to fill is shorter. */
    Page<Contact> list(List<Book> books, Optional<SearchText> text, Optional<String> group, PageRequest page);

    /** The groups of the books by name; groups of one name in two books are one. */
    List<ContactGroup> groups(List<Book> books);

    /** Those with the number as {@code +} and digits, by name. */
    List<Contact> byNumber(Book book, String e164, int limit);

    /** The numbers, as {@code +} and digits, that contacts have and that come after this one in the order of their characters. */
    List<String> numbers(Book book, String after, int limit);

    /** Those with the address, compared without case, by name. */
    List<Contact> byAddress(Book book, String address, int limit);

    /** Which of the likenesses (see {@link Likeness}) are in the book. */
    Set<String> known(Book book, Collection<String> likenesses);

    long count(Book book);

    /** Deletes the whole book. */
    void erase(Book book);

    /** Deletes every book of the portal. */
    void erase(PortalId portal);
}
