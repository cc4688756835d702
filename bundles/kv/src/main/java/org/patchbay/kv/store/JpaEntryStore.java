package org.patchbay.kv.store;

import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.Query;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;

/** Entries in the database. */
@Component
public final class JpaEntryStore implements EntryStore {

    private static final String OF_SPACE = " from EntryEntity e where e.portal = :portal and e.space = :space";

    private final JpaTemplate jpa;

    @Activate
    public JpaEntryStore(@Reference(target = "(osgi.unit.name=kv)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    @Override
    public Optional<String> get(PortalId portal, String space, String key) {
        return jpa.txExpr(em -> entry(em, portal, space, key).map(EntryEntity::content));
    }

    @Override
    public boolean change(PortalId portal, String space, String key, String value) {
        return jpa.txExpr(em -> {
            Optional<EntryEntity> present = entry(em, portal, space, key);
            present.ifPresent(entity -> entity.write(value));
            return present.isPresent();
        });
    }

    @Override
    public void add(PortalId portal, String space, String key, String value) {
        jpa.tx(em -> {
            em.persist(EntryEntity.of(portal, space, key, value));
            em.flush();
        });
    }

    @Override
    public void remove(PortalId portal, String space, String key) {
        jpa.tx(em -> in(em.createQuery("delete" + OF_SPACE + " and e.name = :name"), portal, space)
                .setParameter("name", key)
                .executeUpdate());
    }

    @Override
    public long count(PortalId portal, String space) {
        return jpa.txExpr(em -> (Long)
                in(em.createQuery("select count(e)" + OF_SPACE), portal, space).getSingleResult());
    }

    @Override
    public List<String> keys(PortalId portal, String space, String prefix, Optional<String> after, int limit) {
        return jpa.txExpr(em -> {
            String further = after.isEmpty() ? "" : " and e.name > :after";
            var query = em.createQuery(
                            "select e.name" + OF_SPACE + " and e.name like :pattern escape '!'" + further
                                    + " order by e.name",
                            String.class)
                    .setParameter("pattern", prefix.replaceAll("([!%_])", "!$1") + "%")
                    .setMaxResults(limit);
            in(query, portal, space);
            after.ifPresent(key -> query.setParameter("after", key));
            return List.copyOf(query.getResultList());
        });
    }

    @Override
    public List<Entry> entries(PortalId portal, String afterId, int limit) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select e from EntryEntity e where e.portal = :portal and e.id > :after order by e.id",
                        EntryEntity.class)
                .setParameter("portal", portal.value())
                .setParameter("after", afterId)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(EntryEntity::toEntry)
                .toList());
    }

    @Override
    public void erase(PortalId portal) {
        jpa.tx(em -> em.createQuery("delete from EntryEntity e where e.portal = :portal")
                .setParameter("portal", portal.value())
                .executeUpdate());
    }

    private static Optional<EntryEntity> entry(EntityManager em, PortalId portal, String space, String key) {
        var query = em.createQuery("select e" + OF_SPACE + " and e.name = :name", EntryEntity.class)
                .setParameter("name", key);
        in(query, portal, space);
        return query.getResultList().stream().findFirst();
    }

    private static Query in(Query query, PortalId portal, String space) {
        return query.setParameter("portal", portal.value()).setParameter("space", space);
    }
}
