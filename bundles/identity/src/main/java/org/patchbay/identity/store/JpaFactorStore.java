package org.patchbay.identity.store;

import java.util.Collection;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import javax.persistence.Query;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;

/** Second factors in the database. */
@Component
public final class JpaFactorStore implements FactorStore {

    private final JpaTemplate jpa;

    @Activate
    public JpaFactorStore(@Reference(target = "(osgi.unit.name=identity)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    @Override
    public Optional<StoredFactor> find(PortalId portal, PersonId person) {
        return jpa.txExpr(em -> Optional.ofNullable(em.find(FactorEntity.class, person.value()))
                .filter(entity -> entity.isIn(portal))
                .map(FactorEntity::toFactor));
    }

    @Override
    public void save(StoredFactor factor) {
        jpa.tx(em -> {
            locked(em, factor.portal(), factor.person())
                    .ifPresentOrElse(entity -> entity.write(factor), () -> em.persist(FactorEntity.of(factor)));
            em.flush();
        });
    }

    @Override
    public boolean use(PortalId portal, PersonId person, long step) {
        return jpa.txExpr(
                em -> locked(em, portal, person).map(entity -> entity.use(step)).orElse(false));
    }

    @Override
    public void replaceCodes(PortalId portal, PersonId person, Collection<String> hashes) {
        jpa.tx(em -> {
            deleteCodes(em, portal, person);
            hashes.forEach(hash -> em.persist(RecoveryCodeEntity.of(portal, person, hash)));
            em.flush();
        });
    }

    @Override
    public boolean useCode(PortalId portal, PersonId person, String hash) {
        return jpa.txExpr(em -> of(
                                em,
                                "delete from RecoveryCodeEntity c"
                                        + " where c.portal = :portal and c.person = :person and c.codeHash = :hash",
                                portal,
                                person)
                        .setParameter("hash", hash)
                        .executeUpdate()
                == 1);
    }

    @Override
    public int codesLeft(PortalId portal, PersonId person) {
        return jpa.txExpr(em -> ((Number) of(
                                em,
                                "select count(c) from RecoveryCodeEntity c where c.portal = :portal and c.person = :person",
                                portal,
                                person)
                        .getSingleResult())
                .intValue());
    }

    @Override
    public void delete(PortalId portal, PersonId person) {
        jpa.tx(em -> {
            locked(em, portal, person).ifPresent(em::remove);
            deleteCodes(em, portal, person);
            em.flush();
        });
    }

    @Override
    public void erase(PortalId portal) {
        jpa.tx(em -> {
            for (String entity : new String[] {"FactorEntity", "RecoveryCodeEntity"}) {
                em.createQuery("delete from " + entity + " e where e.portal = :portal")
                        .setParameter("portal", portal.value())
                        .executeUpdate();
            }
        });
    }

    private static void deleteCodes(EntityManager em, PortalId portal, PersonId person) {
        of(em, "delete from RecoveryCodeEntity c where c.portal = :portal and c.person = :person", portal, person)
                .executeUpdate();
    }

    private static Query of(EntityManager em, String query, PortalId portal, PersonId person) {
        return em.createQuery(query).setParameter("portal", portal.value()).setParameter("person", person.value());
    }

    private static Optional<FactorEntity> locked(EntityManager em, PortalId portal, PersonId person) {
        return Optional.ofNullable(em.find(FactorEntity.class, person.value(), LockModeType.PESSIMISTIC_WRITE))
                .filter(entity -> entity.isIn(portal));
    }
}
