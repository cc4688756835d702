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
import org.patchbay.api.identity.Department;
import org.patchbay.api.identity.DepartmentId;

/** Departments in the database. */
@Component
public final class JpaDepartmentStore implements DepartmentStore {

    private final JpaTemplate jpa;

    @Activate
    public JpaDepartmentStore(@Reference(target = "(osgi.unit.name=identity)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    @Override
    public void insert(Department department) {
        jpa.tx(em -> {
            em.persist(DepartmentEntity.of(department));
            em.flush();
        });
    }

    @Override
    public boolean update(Department department) {
        return jpa.txExpr(em -> {
            Optional<DepartmentEntity> present = Optional.ofNullable(
                            em.find(DepartmentEntity.class, department.id().value(), LockModeType.PESSIMISTIC_WRITE))
                    .filter(entity -> entity.isAt(department.portal(), department.version() - 1));
            present.ifPresent(entity -> {
                entity.write(department);
                em.flush();
            });
            return present.isPresent();
        });
    }

    @Override
    public void delete(PortalId portal, DepartmentId id) {
        jpa.tx(em -> Optional.ofNullable(em.find(DepartmentEntity.class, id.value()))
                .filter(entity -> entity.isIn(portal))
                .ifPresent(em::remove));
    }

    @Override
    public Optional<Department> find(PortalId portal, DepartmentId id) {
        return jpa.txExpr(em -> Optional.ofNullable(em.find(DepartmentEntity.class, id.value()))
                .filter(entity -> entity.isIn(portal))
                .map(DepartmentEntity::toDepartment));
    }

    @Override
    public List<Department> list(PortalId portal) {
        return jpa.txExpr(em -> em
                .createQuery("select d from DepartmentEntity d where d.portal = :portal", DepartmentEntity.class)
                .setParameter("portal", portal.value())
                .getResultList()
                .stream()
                .map(DepartmentEntity::toDepartment)
                .toList());
    }

    /** Locked one by one in the order of their ids, so that no two wait for each other. */
    @Override
    public List<Department> lock(PortalId portal, Collection<DepartmentId> ids) {
        return jpa.txExpr(em -> ids.stream()
                .map(DepartmentId::value)
                .distinct()
                .sorted()
                .flatMap(id -> locked(em, portal, id).stream())
                .map(DepartmentEntity::toDepartment)
                .toList());
    }

    /** Locked once, by a query, which finds nothing where another has deleted it, and then read anew. */
    private static Optional<DepartmentEntity> locked(EntityManager em, PortalId portal, String id) {
        Optional<DepartmentEntity> known =
                Optional.ofNullable(em.find(DepartmentEntity.class, id)).filter(entity -> entity.isIn(portal));
        if (known.filter(entity -> em.getLockMode(entity) == LockModeType.PESSIMISTIC_WRITE)
                .isPresent()) {
            return known;
        }
        Optional<DepartmentEntity> present = em
                .createQuery(
                        "select d from DepartmentEntity d where d.portal = :portal and d.id = :id",
                        DepartmentEntity.class)
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
        jpa.tx(em -> em.createQuery("delete from DepartmentEntity d where d.portal = :portal")
                .setParameter("portal", portal.value())
                .executeUpdate());
    }
}
