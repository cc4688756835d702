package org.patchbay.tenancy.store;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import javax.persistence.TypedQuery;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.tenancy.Portal;

/** Portals in the database. */
@Component
public final class JpaPortalStore implements PortalStore {

    private static final String LISTED = " from PortalEntity p where p.id <> :root"
            + " and (p.sortName like :text escape '!' or p.host like :text escape '!')";

    private final JpaTemplate jpa;

    @Activate
    public JpaPortalStore(@Reference(target = "(osgi.unit.name=tenancy)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    @Override
    public void insert(Portal portal) {
        jpa.tx(em -> {
            em.persist(PortalEntity.of(portal));
            em.flush();
        });
    }

    @Override
    public boolean update(Portal portal) {
        return jpa.txExpr(em -> {
            Optional<PortalEntity> present =
                    locked(em, portal.id()).filter(entity -> entity.isAt(portal.version() - 1));
            present.ifPresent(entity -> {
                entity.write(portal);
                em.flush();
            });
            return present.isPresent();
        });
    }

    @Override
    public boolean delete(PortalId portal) {
        return jpa.txExpr(em -> {
            Optional<PortalEntity> present = locked(em, portal);
            present.ifPresent(em::remove);
            return present.isPresent();
        });
    }

    @Override
    public Optional<Portal> find(PortalId portal) {
        return jpa.txExpr(em ->
                Optional.ofNullable(em.find(PortalEntity.class, portal.value())).map(PortalEntity::toPortal));
    }

    @Override
    public Optional<Portal> findByHost(String host) {
        return jpa.txExpr(em -> em
                .createQuery("select p from PortalEntity p where p.host = :host", PortalEntity.class)
                .setParameter("host", host)
                .getResultList()
                .stream()
                .findFirst()
                .map(PortalEntity::toPortal));
    }

    @Override
    public List<Portal> all() {
        return jpa.txExpr(em -> portals(em.createQuery("select p from PortalEntity p", PortalEntity.class)));
    }

    @Override
    public Page<Portal> list(Optional<String> text, PageRequest page) {
        String pattern = "%" + NameCursor.fold(text.orElse("")).replaceAll("([!%_])", "!$1") + "%";
        Optional<NameCursor> after = page.after().map(NameCursor::parse);
        return jpa.txExpr(em -> {
            String further = after.isEmpty() ? "" : " and (p.sortName > :name or p.sortName = :name and p.id > :id)";
            var query = em.createQuery("select p" + LISTED + further + " order by p.sortName, p.id", PortalEntity.class)
                    .setParameter("root", PortalId.ROOT.value())
                    .setParameter("text", pattern)
                    .setMaxResults(page.limit() + 1);
            after.ifPresent(
                    cursor -> query.setParameter("name", cursor.sortName()).setParameter("id", cursor.id()));
            long total = em.createQuery("select count(p)" + LISTED, Long.class)
                    .setParameter("root", PortalId.ROOT.value())
                    .setParameter("text", pattern)
                    .getSingleResult();
            return page(portals(query), page.limit(), total);
        });
    }

    private static Page<Portal> page(List<Portal> found, int limit, long total) {
        if (found.size() <= limit) {
            return new Page<>(found, Optional.empty(), OptionalLong.of(total));
        }
        List<Portal> items = found.subList(0, limit);
        String next = NameCursor.after(items.get(limit - 1)).text();
        return new Page<>(items, Optional.of(next), OptionalLong.of(total));
    }

    /** Read anew: another may have changed what this unit of work has read before. */
    private static Optional<PortalEntity> locked(EntityManager em, PortalId portal) {
        Optional<PortalEntity> present = Optional.ofNullable(em.find(PortalEntity.class, portal.value()));
        present.ifPresent(entity -> em.refresh(entity, LockModeType.PESSIMISTIC_WRITE));
        return present;
    }

    private static List<Portal> portals(TypedQuery<PortalEntity> query) {
        return query.getResultList().stream().map(PortalEntity::toPortal).toList();
    }
}
