package org.patchbay.contacts.store;

import static java.util.function.Function.identity;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import javax.persistence.Query;
import javax.persistence.TypedQuery;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.contacts.Contact;
import org.patchbay.api.contacts.ContactGroup;
import org.patchbay.api.contacts.ContactId;
import org.patchbay.contacts.search.ContactTokens;
import org.patchbay.contacts.search.SearchText;

/** Contacts in the database. */
@Component
public final class JpaContactStore implements ContactStore {

    private static final int BATCH = 200;
    private static final String IN_BOOK = " where c.portal = :portal and c.owner = :owner";
    private static final String AFTER =
            " and (c.sortName > :key or (c.sortName = :key and c.%1$s > :id))" + " order by c.sortName, c.%1$s";

    private final JpaTemplate jpa;

    @Activate
    public JpaContactStore(@Reference(target = "(osgi.unit.name=contacts)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    @Override
    public void insert(Book book, List<Contact> contacts) {
        for (int from = 0; from < contacts.size(); from += BATCH) {
            List<Contact> some = contacts.subList(from, Math.min(contacts.size(), from + BATCH));
            jpa.tx(em -> {
                for (Contact contact : some) {
                    em.persist(ContactEntity.of(book, contact));
                    contact.groups().forEach(group -> em.persist(MembershipEntity.of(book, contact, group)));
                }
                em.flush();
                em.clear();
                new TokenIndex(em).add(book, some);
            });
        }
    }

    @Override
    public boolean delete(Book book, ContactId id, long version) {
        return jpa.txExpr(em -> {
            var present = Optional.ofNullable(em.find(ContactEntity.class, id.value(), LockModeType.PESSIMISTIC_WRITE))
                    .filter(entity -> entity.isIn(book) && entity.isAt(version));
            present.ifPresent(entity -> {
                em.remove(entity);
                in(book, em.createQuery("delete from MembershipEntity c" + IN_BOOK + " and c.contact = :id"))
                        .setParameter("id", id.value())
                        .executeUpdate();
                new TokenIndex(em).remove(book, id);
                em.flush();
            });
            return present.isPresent();
        });
    }

    @Override
    public Optional<Contact> find(Book book, ContactId id) {
        return jpa.txExpr(em -> Optional.ofNullable(em.find(ContactEntity.class, id.value()))
                .filter(entity -> entity.isIn(book))
                .map(ContactEntity::toContact));
    }

    @Override
    public Page<Contact> list(List<Book> books, Optional<SearchText> text, Optional<String> group, PageRequest page) {
        return jpa.txExpr(em -> {
            if (group.isPresent()) {
                String key = MembershipEntity.key(group.get());
                return walk(em, books, text, book -> (at, limit) -> inGroup(em, book, key, at, limit))
                        .page(page, text.isPresent() ? OptionalLong.empty() : members(em, books, key));
            }
            if (text.isEmpty()) {
                return walk(em, books, text, book -> (at, limit) -> byName(em, book, at, limit))
                        .page(page, total(em, books));
            }
            return found(em, books, text.get()).page(page, OptionalLong.empty());
        });
    }

    /** In the order of the tokens; a contact that several lead to stands at the first. */
    private static Walk found(EntityManager em, List<Book> books, SearchText text) {
        String beginning = text.place();
        var index = new TokenIndex(em);
        return new Walk(
                books.stream()
                        .<Walk.Source>map(book -> (at, limit) -> index.after(book, beginning, at, limit))
                        .toList(),
                ids -> load(em, books, ids),
                (place, contact) -> {
                    NavigableSet<String> tokens = ContactTokens.of(contact);
                    return SearchText.first(tokens, beginning)
                                    .filter(place.key()::equals)
                                    .isPresent()
                            && text.matches(tokens);
                });
    }

    private static Walk walk(
            EntityManager em, List<Book> books, Optional<SearchText> text, Function<Book, Walk.Source> source) {
        return new Walk(books.stream().map(source).toList(), ids -> load(em, books, ids), (place, contact) -> text.map(
                        typed -> typed.matches(ContactTokens.of(contact)))
                .orElse(true));
    }

    private static List<Place> byName(EntityManager em, Book book, Place at, int limit) {
        return places(
                book,
                em.createQuery(
                        "select c.sortName, c.id from ContactEntity c" + IN_BOOK + AFTER.formatted("id"),
                        Object[].class),
                at,
                limit);
    }

    private static List<Place> inGroup(EntityManager em, Book book, String group, Place at, int limit) {
        return places(
                book,
                em.createQuery(
                                "select c.sortName, c.contact from MembershipEntity c" + IN_BOOK
                                        + " and c.groupKey = :group" + AFTER.formatted("contact"),
                                Object[].class)
                        .setParameter("group", group),
                at,
                limit);
    }

    private static List<Place> places(Book book, TypedQuery<Object[]> query, Place at, int limit) {
        return in(book, query)
                .setParameter("key", at.key())
                .setParameter("id", at.id())
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(row -> new Place((String) row[0], (String) row[1]))
                .toList();
    }

    private static Map<String, Contact> load(EntityManager em, List<Book> books, Collection<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return em
                .createQuery(
                        "select c from ContactEntity c where c.portal = :portal and c.id in :ids", ContactEntity.class)
                .setParameter("portal", books.get(0).portal().value())
                .setParameter("ids", new HashSet<>(ids))
                .getResultList()
                .stream()
                .filter(entity -> books.stream().anyMatch(entity::isIn))
                .map(ContactEntity::toContact)
                .collect(Collectors.toMap(contact -> contact.id().value(), identity()));
    }

    @Override
    public List<ContactGroup> groups(List<Book> books) {
        Map<String, ContactGroup> groups = new HashMap<>();
        jpa.tx(em -> books.forEach(book -> in(
                        book,
                        em.createQuery(
                                "select c.groupKey, min(c.groupName), count(c) from MembershipEntity c" + IN_BOOK
                                        + " group by c.groupKey",
                                Object[].class))
                .getResultList()
                .forEach(row -> groups.merge(
                        (String) row[0],
                        new ContactGroup((String) row[1], (Long) row[2]),
                        (one, other) -> new ContactGroup(one.name(), one.members() + other.members())))));
        return groups.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
    }

    @Override
    public List<Contact> byNumber(Book book, String e164, int limit) {
        return by(book, "(c.phoneE164 = :value or c.mobileE164 = :value)", e164, limit);
    }

    @Override
    public List<String> numbers(Book book, String after, int limit) {
        return jpa.txExpr(em -> Stream.of("phoneE164", "mobileE164")
                .flatMap(column -> in(
                        book,
                        em.createQuery(
                                "select distinct c." + column + " from ContactEntity c" + IN_BOOK + " and c." + column
                                        + " > :after order by c." + column,
                                String.class))
                        .setParameter("after", after)
                        .setMaxResults(limit)
                        .getResultList()
                        .stream())
                .distinct()
                .sorted()
                .limit(limit)
                .toList());
    }

    @Override
    public List<Contact> byAddress(Book book, String address, int limit) {
        return by(book, "c.emailKey = :value", address.toLowerCase(Locale.ROOT), limit);
    }

    private List<Contact> by(Book book, String condition, String value, int limit) {
        return jpa.txExpr(em -> in(
                        book,
                        em.createQuery(
                                "select c from ContactEntity c" + IN_BOOK + " and " + condition
                                        + " order by c.sortName, c.id",
                                ContactEntity.class))
                .setParameter("value", value)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(ContactEntity::toContact)
                .toList());
    }

    @Override
    public Set<String> known(Book book, Collection<String> likenesses) {
        List<String> all = List.copyOf(likenesses);
        Set<String> known = new HashSet<>();
        for (int from = 0; from < all.size(); from += BATCH) {
            List<String> some = all.subList(from, Math.min(all.size(), from + BATCH));
            jpa.tx(em -> known.addAll(in(
                            book,
                            em.createQuery(
                                    "select c.likeness from ContactEntity c" + IN_BOOK + " and c.likeness in :some",
                                    String.class))
                    .setParameter("some", some)
                    .getResultList()));
        }
        return known;
    }

    @Override
    public long count(Book book) {
        return jpa.txExpr(em -> total(em, List.of(book)).getAsLong());
    }

    private static OptionalLong total(EntityManager em, List<Book> books) {
        return OptionalLong.of(books.stream()
                .mapToLong(
                        book -> in(book, em.createQuery("select count(c) from ContactEntity c" + IN_BOOK, Long.class))
                                .getSingleResult())
                .sum());
    }

    private static OptionalLong members(EntityManager em, List<Book> books, String group) {
        String counted = "select count(c) from MembershipEntity c" + IN_BOOK + " and c.groupKey = :group";
        return OptionalLong.of(books.stream()
                .mapToLong(book -> in(book, em.createQuery(counted, Long.class))
                        .setParameter("group", group)
                        .getSingleResult())
                .sum());
    }

    @Override
    public void erase(Book book) {
        jpa.tx(em -> {
            in(book, em.createQuery("delete from MembershipEntity c" + IN_BOOK)).executeUpdate();
            in(book, em.createQuery("delete from ContactEntity c" + IN_BOOK)).executeUpdate();
            new TokenIndex(em)
                    .erase("PORTAL = ?1 and OWNER_ID = ?2", book.portal().value(), book.ownerText());
        });
    }

    @Override
    public void erase(PortalId portal) {
        jpa.tx(em -> {
            for (String entity : List.of("MembershipEntity", "ContactEntity")) {
                em.createQuery("delete from " + entity + " c where c.portal = :portal")
                        .setParameter("portal", portal.value())
                        .executeUpdate();
            }
            new TokenIndex(em).erase("PORTAL = ?1", portal.value());
        });
    }

    private static <T> TypedQuery<T> in(Book book, TypedQuery<T> query) {
        return query.setParameter("portal", book.portal().value()).setParameter("owner", book.ownerText());
    }

    private static Query in(Book book, Query query) {
        return query.setParameter("portal", book.portal().value()).setParameter("owner", book.ownerText());
    }
}
