package org.patchbay.extensions.store;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import javax.persistence.TypedQuery;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;

/** What is set up, in the database. */
@Component
public final class JpaThingStore implements ThingStore {

    private static final String PORTAL = "portal";

    private final JpaTemplate jpa;

    @Activate
    public JpaThingStore(@Reference(target = "(osgi.unit.name=extensions)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    @Override
    public void lock(PortalId portal) {
        jpa.tx(TransactionType.Required, em -> add(em, portal, 0));
    }

    @Override
    public long count(PortalId portal) {
        return jpa.txExpr(TransactionType.Required, em -> {
            add(em, portal, 1);
            return revision(em, portal);
        });
    }

    /** The row is locked by its writing, until the unit ends. */
    private static void add(EntityManager em, PortalId portal, long changes) {
        if (revisions(em, portal).isEmpty()) {
            em.persist(RevisionEntity.of(portal));
            em.flush();
        }
        em.createQuery("update RevisionEntity r set r.revision = r.revision + :changes where r.portal = :portal")
                .setParameter("changes", changes)
                .setParameter(PORTAL, portal.value())
                .executeUpdate();
        em.clear();
    }

    private static List<RevisionEntity> revisions(EntityManager em, PortalId portal) {
        return em.createQuery("select r from RevisionEntity r where r.portal = :portal", RevisionEntity.class)
                .setParameter(PORTAL, portal.value())
                .getResultList();
    }

    private static long revision(EntityManager em, PortalId portal) {
        return revisions(em, portal).stream()
                .mapToLong(RevisionEntity::revision)
                .findFirst()
                .orElse(0);
    }

    @Override
    public long revision(PortalId portal) {
        return jpa.txExpr(TransactionType.Required, em -> revision(em, portal));
    }

    @Override
    public List<PortalId> portals() {
        return jpa.txExpr(
                TransactionType.Required, em -> em
                        .createQuery("select r.portal from RevisionEntity r order by r.portal", String.class)
                        .getResultList()
                        .stream()
                        .map(PortalId::new)
                        .toList());
    }

    @Override
    public Optional<StoredThing> find(PortalId portal, String id) {
        return jpa.txExpr(TransactionType.Required, em -> Optional.ofNullable(em.find(ThingEntity.class, id))
                .filter(entity -> entity.isOf(portal))
                .map(ThingEntity::toThing));
    }

    @Override
    public Optional<StoredThing> withKey(PortalId portal, String key) {
        return jpa.txExpr(TransactionType.Required, em -> em
                .createQuery("select t from ThingEntity t where t.portal = :portal and t.key = :key", ThingEntity.class)
                .setParameter(PORTAL, portal.value())
                .setParameter("key", key)
                .getResultList()
                .stream()
                .findFirst()
                .map(ThingEntity::toThing));
    }

    @Override
    public Page<StoredThing> list(PortalId portal, ThingFilter filter, PageRequest page) {
        if (filter.departments().filter(Set::isEmpty).isPresent()) {
            return Page.of(List.of());
        }
        return jpa.txExpr(TransactionType.Required, em -> {
            Optional<StoredThing> last = page.after().map(id -> find(portal, id)
                    .orElseThrow(() -> Problem.INVALID.at("after", "cursor.invalid", "is not the cursor of a page")));
            String where = where(filter);
            String onPage = last.isEmpty() ? "" : " and (t.sort > :sort or (t.sort = :sort and t.id > :last))";
            TypedQuery<ThingEntity> query = filled(
                    em.createQuery(
                            "select t from ThingEntity t where " + where + onPage + " order by t.sort, t.id",
                            ThingEntity.class),
                    portal,
                    filter);
            last.ifPresent(thing -> query.setParameter("sort", thing.sort()).setParameter("last", thing.id()));
            List<StoredThing> found = query.setMaxResults(page.limit() + 1).getResultList().stream()
                    .map(ThingEntity::toThing)
                    .toList();
            long total = filled(
                            em.createQuery("select count(t) from ThingEntity t where " + where, Long.class),
                            portal,
                            filter)
                    .getSingleResult();
            boolean more = found.size() > page.limit();
            List<StoredThing> items = more ? found.subList(0, page.limit()) : found;
            return new Page<>(
                    items,
                    more ? Optional.of(items.get(items.size() - 1).id()) : Optional.empty(),
                    OptionalLong.of(total));
        });
    }

    private static String where(ThingFilter filter) {
        return "t.portal = :portal and t.kind = :kind"
                + (filter.departments().isPresent() ? " and t.department in :departments" : "")
                + (filter.text().isPresent() ? " and t.search like :text escape '!'" : "")
                + (filter.person().isPresent() ? " and t.person = :person" : "")
                + (filter.owner().isPresent() ? " and t.owner = :owner" : "");
    }

    private static <T> TypedQuery<T> filled(TypedQuery<T> query, PortalId portal, ThingFilter filter) {
        query.setParameter(PORTAL, portal.value()).setParameter("kind", filter.kind());
        filter.departments().ifPresent(departments -> query.setParameter("departments", departments));
        filter.text().ifPresent(text -> query.setParameter("text", '%' + text.replaceAll("([!%_])", "!$1") + '%'));
        filter.person().ifPresent(person -> query.setParameter("person", person));
        filter.owner().ifPresent(owner -> query.setParameter("owner", owner));
        return query;
    }

    @Override
    public List<StoredThing> all(PortalId portal, String after, int limit) {
        return jpa.txExpr(TransactionType.Required, em -> em
                .createQuery(
                        "select t from ThingEntity t where t.portal = :portal and t.id > :after order by t.id",
                        ThingEntity.class)
                .setParameter(PORTAL, portal.value())
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(ThingEntity::toThing)
                .toList());
    }

    @Override
    public List<StoredThing> pointing(PortalId portal, String to, int limit) {
        return jpa.txExpr(TransactionType.Required, em -> em
                .createQuery(
                        "select t from ThingEntity t where t.portal = :portal and t.id in (select p.from from"
                                + " PointerEntity p where p.portal = :portal and p.to = :to) order by t.sort, t.id",
                        ThingEntity.class)
                .setParameter(PORTAL, portal.value())
                .setParameter("to", to)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(ThingEntity::toThing)
                .toList());
    }

    @Override
    public long count(PortalId portal, String kind) {
        return jpa.txExpr(TransactionType.Required, em -> em.createQuery(
                        "select count(t) from ThingEntity t where t.portal = :portal and t.kind = :kind", Long.class)
                .setParameter(PORTAL, portal.value())
                .setParameter("kind", kind)
                .getSingleResult());
    }

    @Override
    public void insert(PortalId portal, StoredThing thing, Set<String> to) {
        jpa.tx(TransactionType.Required, em -> {
            em.persist(ThingEntity.of(portal, thing));
            point(em, portal, thing.id(), to);
            em.flush();
        });
    }

    @Override
    public boolean update(PortalId portal, StoredThing thing, long version, Set<String> to) {
        return jpa.txExpr(TransactionType.Required, em -> {
            Optional<ThingEntity> present = Optional.ofNullable(
                            em.find(ThingEntity.class, thing.id(), LockModeType.PESSIMISTIC_WRITE))
                    .filter(entity -> entity.isOf(portal) && entity.isAt(version));
            present.ifPresent(entity -> {
                entity.change(thing);
                em.flush();
                unpoint(em, portal, thing.id());
                point(em, portal, thing.id(), to);
                em.flush();
            });
            return present.isPresent();
        });
    }

    private static void point(EntityManager em, PortalId portal, String from, Set<String> to) {
        to.forEach(id -> em.persist(PointerEntity.of(portal, from, id)));
    }

    private static void unpoint(EntityManager em, PortalId portal, String from) {
        em.createQuery("delete from PointerEntity p where p.portal = :portal and p.from = :id")
                .setParameter(PORTAL, portal.value())
                .setParameter("id", from)
                .executeUpdate();
        em.clear();
    }

    @Override
    public void delete(PortalId portal, String id) {
        jpa.tx(TransactionType.Required, em -> {
            unpoint(em, portal, id);
            em.createQuery("delete from ThingEntity t where t.portal = :portal and t.id = :id")
                    .setParameter(PORTAL, portal.value())
                    .setParameter("id", id)
                    .executeUpdate();
            em.clear();
        });
    }

    @Override
    public void erase(PortalId portal) {
        jpa.tx(TransactionType.Required, em -> {
            for (String entity : List.of("PointerEntity", "ThingEntity", "RevisionEntity")) {
                em.createQuery("delete from " + entity + " e where e.portal = :portal")
                        .setParameter(PORTAL, portal.value())
                        .executeUpdate();
            }
            em.clear();
        });
    }
}
