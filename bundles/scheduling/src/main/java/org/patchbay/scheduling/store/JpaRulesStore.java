package org.patchbay.scheduling.store;

import java.util.Optional;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;

/** Rules of portals in the database. */
@Component
public final class JpaRulesStore implements RulesStore {

    private final JpaTemplate jpa;

    @Activate
    public JpaRulesStore(@Reference(target = "(osgi.unit.name=scheduling)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    @Override
    public Optional<Integer> keepDays(PortalId portal) {
        return jpa.txExpr(
                TransactionType.Required, em -> Optional.ofNullable(em.find(RulesEntity.class, portal.value()))
                        .flatMap(RulesEntity::keepDays));
    }

    @Override
    public void keepDays(PortalId portal, Optional<Integer> days) {
        jpa.tx(TransactionType.Required, em -> {
            RulesEntity rules = em.find(RulesEntity.class, portal.value());
            if (rules == null) {
                rules = RulesEntity.of(portal);
                em.persist(rules);
            }
            rules.keep(days);
            em.flush();
        });
    }

    @Override
    public void erase(PortalId portal) {
        jpa.tx(TransactionType.Required, em -> {
            em.createQuery("delete from RulesEntity r where r.portal = :portal")
                    .setParameter("portal", portal.value())
                    .executeUpdate();
            em.clear();
        });
    }
}
