package org.patchbay.sip.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;

/** Registrations in the database. */
@Component
public final class JpaRegistrationStore implements RegistrationStore {

    private final JpaTemplate jpa;

    @Activate
    public JpaRegistrationStore(@Reference(target = "(osgi.unit.name=sip)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    @Override
    public List<KeptRegistration> all(Instant now, String after, int limit) {
        return jpa.txExpr(em -> {
            List<RegistrationEntity> found = em.createQuery(
                            "select r from RegistrationEntity r where r.expires > :now and r.id > :after order by r.id",
                            RegistrationEntity.class)
                    .setParameter("now", now.getEpochSecond())
                    .setParameter("after", after)
                    .setMaxResults(limit)
                    .getResultList();
            return kept(em, found);
        });
    }

    @Override
    public List<KeptRegistration> list(PortalId portal, String after, int limit) {
        return jpa.txExpr(em -> {
            List<RegistrationEntity> found = em.createQuery(
                            "select r from RegistrationEntity r where r.portal = :portal and r.id > :after order by"
                                    + " r.id",
                            RegistrationEntity.class)
                    .setParameter("portal", portal.value())
                    .setParameter("after", after)
                    .setMaxResults(limit)
                    .getResultList();
            return kept(em, found);
        });
    }

    private static List<KeptRegistration> kept(EntityManager em, List<RegistrationEntity> found) {
        List<KeptRegistration> kept =
                found.stream().map(RegistrationEntity::toKept).toList();
        em.clear();
        return kept;
    }

    @Override
    public void write(Collection<KeptRegistration> present, Collection<String> gone) {
        jpa.tx(em -> {
            if (!gone.isEmpty()) {
                em.createQuery("delete from RegistrationEntity r where r.id in :ids")
                        .setParameter("ids", gone)
                        .executeUpdate();
            }
            Map<String, RegistrationEntity> there = present.isEmpty() ? Map.of() : there(em, present);
            for (KeptRegistration kept : present) {
                RegistrationEntity entity = there.get(kept.id());
                if (entity == null) {
                    em.persist(RegistrationEntity.of(kept));
                } else {
                    entity.write(kept);
                }
            }
            em.flush();
        });
    }

    private static Map<String, RegistrationEntity> there(EntityManager em, Collection<KeptRegistration> present) {
        List<RegistrationEntity> found = em.createQuery(
                        "select r from RegistrationEntity r where r.id in :ids", RegistrationEntity.class)
                .setParameter("ids", present.stream().map(KeptRegistration::id).toList())
                .getResultList();
        return found.stream().collect(Collectors.toMap(entity -> entity.toKept().id(), Function.identity()));
    }

    @Override
    public void sweep(Instant now) {
        jpa.tx(em -> em.createQuery("delete from RegistrationEntity r where r.expires <= :now")
                .setParameter("now", now.getEpochSecond())
                .executeUpdate());
    }

    @Override
    public void erase(PortalId portal) {
        jpa.tx(em -> em.createQuery("delete from RegistrationEntity r where r.portal = :portal")
                .setParameter("portal", portal.value())
                .executeUpdate());
    }
}
