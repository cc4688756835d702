package org.patchbay.identity.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.api.identity.PeopleQuery;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonId;

/** People in the database. */
@Component
public final class JpaPersonStore implements PersonStore {

    private static final Map<PeopleQuery.Order, String> FIELDS = Map.of(
            PeopleQuery.Order.NAME, "sortName",
            PeopleQuery.Order.LOGIN, "loginKey",
            PeopleQuery.Order.CREATED, "created",
            PeopleQuery.Order.SIGN_IN, "lastSignIn");

    /** What goes with a person. */
    private static final List<String> OF_A_PERSON =
            List.of("PictureEntity", "StorageEntity", "AttributesEntity", "WelcomeEntity");

    private final JpaTemplate jpa;

    @Activate
    public JpaPersonStore(@Reference(target = "(osgi.unit.name=identity)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    @Override
    public void insert(Person person) {
        jpa.tx(em -> {
            em.persist(PersonEntity.of(person));
            em.flush();
            // Each flush looks at all that is in the context, which a portal's file would fill.
            em.clear();
        });
    }

    @Override
    public void insertAll(List<Person> people) {
        jpa.tx(em -> {
            people.forEach(person -> em.persist(PersonEntity.of(person)));
            em.flush();
            em.clear();
        });
    }

    @Override
    public Optional<Person> lock(PortalId portal, PersonId id) {
        return jpa.txExpr(em -> locked(em, portal, id.value()).map(PersonEntity::toPerson));
    }

    @Override
    public void setPicture(PortalId portal, PersonId id, Optional<String> hash) {
        jpa.tx(em -> locked(em, portal, id.value()).ifPresent(entity -> {
            entity.setPicture(hash);
            em.flush();
        }));
    }

    @Override
    public Set<String> takenAddresses(PortalId portal, Set<String> addresses) {
        Set<String> taken = new HashSet<>(taken(portal, "loginKey", addresses));
        taken.addAll(taken(portal, "emailKey", addresses));
        return taken;
    }

    @Override
    public Set<String> takenExtensions(PortalId portal, Set<String> numbers) {
        return taken(portal, "extension", numbers);
    }

    private Set<String> taken(PortalId portal, String field, Set<String> wanted) {
        if (wanted.isEmpty()) {
            return Set.of();
        }
        return jpa.txExpr(em -> Set.copyOf(em.createQuery(
                        "select distinct p." + field + " from PersonEntity p where p.portal = :portal and p." + field
                                + " in :wanted",
                        String.class)
                .setParameter("portal", portal.value())
                .setParameter("wanted", wanted)
                .getResultList()));
    }

    @Override
    public Set<String> zones(PortalId portal) {
        return jpa.txExpr(em -> Set.copyOf(em.createQuery(
                        "select distinct p.zone from PersonEntity p where p.portal = :portal and p.zone is not null",
                        String.class)
                .setParameter("portal", portal.value())
                .getResultList()));
    }

    @Override
    public boolean update(Person person) {
        return jpa.txExpr(em -> {
            Optional<PersonEntity> present = locked(
                            em, person.portal(), person.id().value())
                    .filter(entity -> entity.isAt(person.portal(), person.version() - 1));
            present.ifPresent(entity -> {
                entity.write(person);
                em.flush();
            });
            return present.isPresent();
        });
    }

    @Override
    public boolean delete(PortalId portal, PersonId id) {
        return jpa.txExpr(em -> {
            Optional<PersonEntity> present = locked(em, portal, id.value());
            present.ifPresent(entity -> {
                em.remove(entity);
                OF_A_PERSON.forEach(kept -> em.createQuery(
                                "delete from " + kept + " e where e.portal = :portal and e.person = :person")
                        .setParameter("portal", portal.value())
                        .setParameter("person", id.value())
                        .executeUpdate());
            });
            return present.isPresent();
        });
    }

    @Override
    public Optional<Person> find(PortalId portal, PersonId id) {
        return jpa.txExpr(em -> entity(em, portal, id).map(PersonEntity::toPerson));
    }

    @Override
    public Map<String, String> names(PortalId portal, Set<String> ids) {
        return jpa.txExpr(em -> PersonTallies.names(em, portal, ids));
    }

    @Override
    public Optional<Person> findByLogin(PortalId portal, String login) {
        return jpa.txExpr(em -> byKey(em, portal, "loginKey", login).stream().findFirst());
    }

    @Override
    public List<Person> findByEmail(PortalId portal, String email) {
        return jpa.txExpr(em -> byKey(em, portal, "emailKey", email));
    }

    @Override
    public List<Person> ending(LocalDate from, LocalDate until, Optional<PersonId> after, int limit) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select p from PersonEntity p where p.activeUntil >= :from and p.activeUntil <= :until"
                                + " and p.enabled = 1 and p.id > :after order by p.id",
                        PersonEntity.class)
                .setParameter("from", from.toString())
                .setParameter("until", until.toString())
                .setParameter("after", after.map(PersonId::value).orElse(""))
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(PersonEntity::toPerson)
                .toList());
    }

    /** Locked one by one in the order of their ids, so that no two wait for each other, and read anew once locked. */
    @Override
    public List<Person> holders(PortalId portal, String role) {
        return jpa.txExpr(em -> {
            em.flush();
            return em
                    .createQuery(
                            "select p.id from PersonEntity p where p.portal = :portal and p.roles like :role"
                                    + " order by p.id",
                            String.class)
                    .setParameter("portal", portal.value())
                    .setParameter("role", "%," + role + ",%")
                    .getResultList()
                    .stream()
                    .flatMap(id -> locked(em, portal, id).stream())
                    .map(PersonEntity::toPerson)
                    .filter(person -> person.roles().contains(role))
                    .toList();
        });
    }

    @Override
    public boolean hasRole(PortalId portal, String role) {
        return jpa.txExpr(em -> !em.createQuery(
                        "select p.id from PersonEntity p where p.portal = :portal"
                                + " and (p.roles like :everywhere or p.memberships like :somewhere)",
                        String.class)
                .setParameter("portal", portal.value())
                .setParameter("everywhere", "%," + role + ",%")
                .setParameter("somewhere", "%:" + role + ",%")
                .setMaxResults(1)
                .getResultList()
                .isEmpty());
    }

    @Override
    public boolean hasMembers(PortalId portal, DepartmentId department) {
        return jpa.txExpr(em -> !em.createQuery(
                        "select p.id from PersonEntity p where p.portal = :portal and p.memberships like :department",
                        String.class)
                .setParameter("portal", portal.value())
                .setParameter("department", "%," + department + ":%")
                .setMaxResults(1)
                .getResultList()
                .isEmpty());
    }

    @Override
    public Map<DepartmentId, Integer> memberCounts(PortalId portal) {
        return jpa.txExpr(em -> PersonTallies.members(em, portal));
    }

    @Override
    public Page<Person> list(PortalId portal, PersonSelection selection, PageRequest page) {
        PeopleQuery query = selection.query();
        Optional<NameCursor> after = page.after().map(NameCursor::parse);
        String field = FIELDS.getOrDefault(query.order(), "sortName");
        String direction = query.descending() ? " desc" : "";
        return jpa.txExpr(em -> {
            PersonConditions all = PersonConditions.of(portal, selection);
            long total = all.fill(em.createQuery("select count(p) from PersonEntity p where " + all.text(), Long.class))
                    .getSingleResult();
            PersonConditions further = PersonConditions.of(portal, selection);
            after.ifPresent(cursor -> further.after(field, cursor.key(query.order()), cursor.id(), query.descending()));
            List<Person> found = further
                    .fill(em.createQuery(
                            "select p from PersonEntity p where " + further.text() + " order by p." + field + direction
                                    + ", p.id" + direction,
                            PersonEntity.class))
                    .setMaxResults(page.limit() + 1)
                    .getResultList()
                    .stream()
                    .map(PersonEntity::toPerson)
                    .toList();
            return page(found, page.limit(), total, query.order());
        });
    }

    @Override
    public Optional<String> passwordHash(PortalId portal, PersonId id) {
        return jpa.txExpr(em -> entity(em, portal, id).flatMap(PersonEntity::passwordHash));
    }

    @Override
    public boolean setPassword(PortalId portal, PersonId id, String hash, boolean mustChange) {
        return jpa.txExpr(em -> {
            Optional<PersonEntity> present = locked(em, portal, id.value());
            present.ifPresent(entity -> entity.setPassword(hash, mustChange));
            return present.isPresent();
        });
    }

    @Override
    public boolean removePassword(PortalId portal, PersonId id) {
        return jpa.txExpr(em -> {
            Optional<PersonEntity> present = locked(em, portal, id.value());
            present.ifPresent(PersonEntity::removePassword);
            return present.isPresent();
        });
    }

    @Override
    public void setSecondFactor(PortalId portal, PersonId id, boolean there) {
        jpa.tx(em -> locked(em, portal, id.value()).ifPresent(entity -> entity.setSecondFactor(there)));
    }

    @Override
    public void signedIn(PortalId portal, PersonId id, Instant at) {
        jpa.tx(em -> em.createQuery(
                        "update PersonEntity p set p.lastSignIn = :at where p.portal = :portal and p.id = :id")
                .setParameter("at", Micros.of(at))
                .setParameter("portal", portal.value())
                .setParameter("id", id.value())
                .executeUpdate());
    }

    @Override
    public void erase(PortalId portal) {
        jpa.tx(em -> em.createQuery("delete from PersonEntity p where p.portal = :portal")
                .setParameter("portal", portal.value())
                .executeUpdate());
    }

    private static Page<Person> page(List<Person> found, int limit, long total, PeopleQuery.Order order) {
        if (found.size() <= limit) {
            return new Page<>(found, Optional.empty(), OptionalLong.of(total));
        }
        List<Person> items = found.subList(0, limit);
        String next = NameCursor.after(items.get(limit - 1), order).text();
        return new Page<>(items, Optional.of(next), OptionalLong.of(total));
    }

    private static List<Person> byKey(EntityManager em, PortalId portal, String field, String value) {
        return em
                .createQuery(
                        "select p from PersonEntity p where p.portal = :portal and p." + field
                                + " = :value order by p.id",
                        PersonEntity.class)
                .setParameter("portal", portal.value())
                .setParameter("value", NameCursor.fold(value))
                .setMaxResults(2)
                .getResultList()
                .stream()
                .map(PersonEntity::toPerson)
                .toList();
    }

    private static Optional<PersonEntity> entity(EntityManager em, PortalId portal, PersonId id) {
        return Optional.ofNullable(em.find(PersonEntity.class, id.value())).filter(entity -> entity.isIn(portal));
    }

    /** Locked by a query, which finds nothing where another has deleted it, and then read anew. */
    private static Optional<PersonEntity> locked(EntityManager em, PortalId portal, String id) {
        em.flush();
        Optional<PersonEntity> present = em
                .createQuery("select p from PersonEntity p where p.portal = :portal and p.id = :id", PersonEntity.class)
                .setParameter("portal", portal.value())
                .setParameter("id", id)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .stream()
                .findFirst();
        present.ifPresent(em::refresh);
        return present;
    }
}
