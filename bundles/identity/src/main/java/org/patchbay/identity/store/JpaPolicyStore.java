package org.patchbay.identity.store;

import java.util.Optional;
import javax.persistence.LockModeType;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;

/** What portals ask of those who sign in, in the database. */
@Component
public final class JpaPolicyStore implements PolicyStore {

    private final JpaTemplate jpa;

    @Activate
    public JpaPolicyStore(@Reference(target = "(osgi.unit.name=identity)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    @Override
    public Optional<StoredPolicy> find(PortalId portal) {
        return jpa.txExpr(em ->
                Optional.ofNullable(em.find(PolicyEntity.class, portal.value())).map(PolicyEntity::toPolicy));
    }

    @Override
    public boolean save(StoredPolicy policy) {
        return jpa.txExpr(em -> {
            PolicyEntity present = em.find(PolicyEntity.class, policy.portal().value(), LockModeType.PESSIMISTIC_WRITE);
            if (present == null) {
                if (policy.version() != 1) {
                    return false;
                }
                em.persist(PolicyEntity.of(policy));
            } else if (present.isAt(policy.version() - 1)) {
                present.write(policy);
            } else {
                return false;
            }
            em.flush();
            return true;
        });
    }

    @Override
    public void erase(PortalId portal) {
        jpa.tx(em -> em.createQuery("delete from PolicyEntity p where p.portal = :portal")
                .setParameter("portal", portal.value())
                .executeUpdate());
    }
}
