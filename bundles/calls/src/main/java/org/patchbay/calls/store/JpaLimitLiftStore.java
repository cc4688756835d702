package org.patchbay.calls.store;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.calls.limits.OutsideLimit;

/** Lifted limits in the database. */
@Component
public final class JpaLimitLiftStore implements LimitLiftStore {

    private final JpaTemplate jpa;

    @Activate
    public JpaLimitLiftStore(@Reference(target = "(osgi.unit.name=calls)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    @Override
    public Set<OutsideLimit> of(PortalId portal, LocalDate day) {
        Set<OutsideLimit> lifted = EnumSet.noneOf(OutsideLimit.class);
        jpa.tx(em -> em.createQuery(
                        "select l from LimitLiftEntity l where l.portal = :portal and l.day = :day",
                        LimitLiftEntity.class)
                .setParameter("portal", portal.value())
                .setParameter("day", day.toString())
                .getResultList()
                .forEach(one -> lifted.add(one.limit())));
        return lifted;
    }

    @Override
    public boolean lift(PortalId portal, LocalDate day, OutsideLimit limit, boolean on) {
        return jpa.txExpr(em -> {
            LimitLiftEntity present = em.find(LimitLiftEntity.class, LimitLiftEntity.id(portal, limit));
            boolean was = present != null && present.isOn(day);
            if (was == on) {
                return false;
            }
            if (present != null) {
                em.remove(present);
                em.flush();
            }
            if (on) {
                em.persist(LimitLiftEntity.of(portal, day, limit));
            }
            return true;
        });
    }

    @Override
    public void erase(PortalId portal) {
        jpa.tx(em -> em.createQuery("delete from LimitLiftEntity l where l.portal = :portal")
                .setParameter("portal", portal.value())
                .executeUpdate());
    }
}
