package org.patchbay.identity.store;

import java.util.List;
import java.util.Optional;
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

    @Override
    public void erase(PortalId portal) {
        jpa.tx(em -> em.createQuery("delete from RoleEntity d where d.portal = :portal")
                .setParameter("portal", portal.value())
                .executeUpdate());
    }
}
