package org.patchbay.contacts.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.contacts.Contact;
import org.patchbay.api.contacts.ContactGroup;
import org.patchbay.api.contacts.ContactId;
import org.patchbay.contacts.search.ContactTokens;
import org.patchbay.contacts.search.SearchText;

/** Contacts in a map. */
public final class InMemoryContactStore implements ContactStore {

    private final Map<ContactId, Kept> kept = new ConcurrentHashMap<>();

    private record Kept(Book book, Contact contact) {}

    @Override
    public void insert(Book book, List<Contact> contacts) {
        contacts.forEach(contact -> kept.put(contact.id(), new Kept(book, contact)));
    }

    @Override
    public boolean delete(Book book, ContactId id, long version) {
        return find(book, id)
                .filter(contact -> contact.version() == version)
                .map(contact -> kept.remove(id))
                .isPresent();
    }

    @Override
    public Optional<Contact> find(Book book, ContactId id) {
        return Optional.ofNullable(kept.get(id))
                .filter(one -> one.book().equals(book))
                .map(Kept::contact);
    }

    @Override
    public Page<Contact> list(List<Book> books, Optional<SearchText> text, Optional<String> group, PageRequest page) {
        List<Contact> wanted = books.stream()
                .flatMap(this::in)
                .filter(contact -> group.map(name -> isIn(contact, name)).orElse(true))
                .filter(contact -> text.map(typed -> typed.matches(ContactTokens.of(contact)))
                        .orElse(true))
                .toList();
        Function<Contact, Place> place = group.isPresent() || text.isEmpty()
                ? Place::byName
                : contact -> found(contact, text.orElseThrow().place());
        List<Place> places = wanted.stream().map(place).sorted(Place.ORDER).toList();
        return new Walk(
                        List.of((at, limit) -> places.stream()
                                .filter(one -> Place.ORDER.compare(one, at) > 0)
                                .limit(limit)
                                .toList()),
                        ids -> wanted.stream()
                                .filter(contact -> ids.contains(contact.id().value()))
                                .collect(toMap(contact -> contact.id().value(), Function.identity())),
                        (at, contact) -> true)
                .page(page, text.isPresent() ? OptionalLong.empty() : OptionalLong.of(wanted.size()));
    }

    private static Place found(Contact contact, String beginning) {
        NavigableSet<String> tokens = ContactTokens.of(contact);
        return new Place(
                SearchText.first(tokens, beginning).orElseThrow(), contact.id().value());
    }

    private static boolean isIn(Contact contact, String group) {
        return contact.groups().stream()
                .anyMatch(name -> MembershipEntity.key(name).equals(MembershipEntity.key(group)));
    }

    @Override
    public List<ContactGroup> groups(List<Book> books) {
        Map<String, List<String>> names = books.stream()
                .flatMap(this::in)
                .flatMap(contact -> contact.groups().stream())
                .sorted()
                .collect(groupingBy(MembershipEntity::key, TreeMap::new, Collectors.toList()));
        return names.values().stream()
                .map(same -> new ContactGroup(same.get(0), same.size()))
                .toList();
    }

    @Override
    public List<Contact> byNumber(Book book, String e164, int limit) {
        return first(
                in(book).filter(contact -> contact.phoneE164().equals(Optional.of(e164))
                        || contact.mobileE164().equals(Optional.of(e164))),
                limit);
    }

    @Override
    public List<String> numbers(Book book, String after, int limit) {
        return in(book).flatMap(contact -> Stream.concat(contact.phoneE164().stream(), contact.mobileE164().stream()))
                .filter(number -> number.compareTo(after) > 0)
                .distinct()
                .sorted()
                .limit(limit)
                .toList();
    }

    @Override
    public List<Contact> byAddress(Book book, String address, int limit) {
        return first(
                in(book).filter(contact ->
                        contact.email().filter(address::equalsIgnoreCase).isPresent()),
                limit);
    }

    private static List<Contact> first(Stream<Contact> contacts, int limit) {
        return contacts.sorted(Comparator.comparing(Place::byName, Place.ORDER))
                .limit(limit)
                .toList();
    }

    @Override
    public Set<String> known(Book book, Collection<String> likenesses) {
        return in(book).map(Likeness::of).filter(likenesses::contains).collect(Collectors.toSet());
    }

    @Override
    public long count(Book book) {
        return in(book).count();
    }

    @Override
    public void erase(Book book) {
        kept.values().removeIf(one -> one.book().equals(book));
    }

    @Override
    public void erase(PortalId portal) {
        kept.values().removeIf(one -> one.book().portal().equals(portal));
    }

    private Stream<Contact> in(Book book) {
        return kept.values().stream().filter(one -> one.book().equals(book)).map(Kept::contact);
    }
}
