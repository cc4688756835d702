package org.patchbay.identity.store;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;

/** Roles of portals in the database. */
@Component
public final class JpaRoleStore implements RoleStore {

    private final JpaTemplate jpa;

    @Activate
    public JpaRoleStore(@Reference(target = "(osgi.unit.name=identity)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    @Override
    public void insert(StoredRole role) {
        jpa.tx(em -> {
            em.persist(RoleEntity.of(role));
            em.flush();
        });
    }

    @Override
    public boolean update(StoredRole role) {
        return jpa.txExpr(em -> {
            Optional<RoleEntity> present = Optional.ofNullable(
                            em.find(RoleEntity.class, role.id(), LockModeType.PESSIMISTIC_WRITE))
                    .filter(entity -> entity.isAt(role.portal(), role.version() - 1));
            present.ifPresent(entity -> {
                entity.write(role);
                em.flush();
            });
            return present.isPresent();
        });
    }

    @Override
    public void delete(PortalId portal, String id) {
        jpa.tx(em -> Optional.ofNullable(em.find(RoleEntity.class, id))
                .filter(entity -> entity.isIn(portal))
                .ifPresent(em::remove));
    }

    @Override
    public Optional<StoredRole> find(PortalId portal, String id) {
        return jpa.txExpr(em -> Optional.ofNullable(em.find(RoleEntity.class, id))
                .filter(entity -> entity.isIn(portal))
                .map(RoleEntity::toRole));
    }

    @Override
    public List<StoredRole> list(PortalId portal) {
        return jpa.txExpr(em -> em
                .createQuery("select d from RoleEntity d where d.portal = :portal", RoleEntity.class)
                .setParameter("portal", portal.value())
                .getResultList()
                .stream()
                .map(RoleEntity::toRole)
                .toList());
    }

    /** Locked one by one in the order of their ids, so that no two wait for each other. */
    @Override
    public List<StoredRole> lock(PortalId portal, Collection<String> ids) {
        return jpa.txExpr(em -> ids.stream()
                .distinct()
                .sorted()
                .flatMap(id -> locked(em, portal, id).stream())
                .map(RoleEntity::toRole)
                .toList());
    }

    /** Locked once, by a query, which finds nothing where another has deleted it, and then read anew. */
    private static Optional<RoleEntity> locked(EntityManager em, PortalId portal, String id) {
        Optional<RoleEntity> known =
                Optional.ofNullable(em.find(RoleEntity.class, id)).filter(entity -> entity.isIn(portal));
        if (known.filter(entity -> em.getLockMode(entity) == LockModeType.PESSIMISTIC_WRITE)
                .isPresent()) {
            return known;
        }
        Optional<RoleEntity> present = em
                .createQuery("select d from RoleEntity d where d.portal = :portal and d.id = :id", RoleEntity.class)
                .setParameter("portal", portal.value())
                .setParameter("id", id)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .stream()
                .findFirst();
        present.ifPresent(em::refresh);
        return present;
    }

    @Override
    public void erase(PortalId portal) {
        jpa.tx(em -> em.createQuery("delete from RoleEntity d where d.portal = :portal")
                .setParameter("portal", portal.value())
                .executeUpdate());
    }
}
