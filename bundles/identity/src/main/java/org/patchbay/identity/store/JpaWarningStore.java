package org.patchbay.identity.store;

import java.time.LocalDate;
import java.util.Optional;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;

/** Who was told of which last day, in the database. */
@Component
public final class JpaWarningStore implements WarningStore {

    private final JpaTemplate jpa;

    @Activate
    public JpaWarningStore(@Reference(target = "(osgi.unit.name=identity)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    @Override
    public boolean note(PortalId portal, Optional<PersonId> person, LocalDate day) {
        return jpa.txExpr(em -> {
            if (em.find(WarningEntity.class, WarningEntity.id(portal, person, day)) != null) {
                return false;
            }
            em.persist(WarningEntity.of(portal, person, day));
            em.flush();
            return true;
        });
    }

    @Override
    public void erase(PortalId portal, PersonId person) {
        jpa.tx(em -> em.createQuery("delete from WarningEntity w where w.portal = :portal and w.person = :person")
                .setParameter("portal", portal.value())
                .setParameter("person", person.value())
                .executeUpdate());
    }

    @Override
    public void erase(PortalId portal) {
        jpa.tx(em -> em.createQuery("delete from WarningEntity w where w.portal = :portal")
                .setParameter("portal", portal.value())
                .executeUpdate());
    }
}
