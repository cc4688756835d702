package org.patchbay.scheduling.store;

import java.time.Instant;
import java.util.Optional;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;

/** Calendar feeds in the database. */
@Component
public final class JpaFeedStore implements FeedStore {

    private static final String OF_PERSON = " where f.portal = :portal and f.person = :value";

    private final JpaTemplate jpa;

    @Activate
    public JpaFeedStore(@Reference(target = "(osgi.unit.name=scheduling)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    @Override
    public Optional<Instant> created(PortalId portal, PersonId person) {
        return one(portal, OF_PERSON, person.value()).map(FeedEntity::created);
    }

    @Override
    public void put(PortalId portal, PersonId person, String secretHash, Instant created) {
        jpa.tx(TransactionType.Required, em -> {
            remove(portal, person);
            em.persist(FeedEntity.of(portal, person, secretHash, created));
            em.flush();
        });
    }

    @Override
    public boolean remove(PortalId portal, PersonId person) {
        return jpa.txExpr(
                TransactionType.Required,
                em -> em.createQuery("delete from FeedEntity f" + OF_PERSON)
                                .setParameter("portal", portal.value())
                                .setParameter("value", person.value())
                                .executeUpdate()
                        > 0);
    }

    @Override
    public Optional<PersonId> bySecretHash(PortalId portal, String secretHash) {
        return one(portal, " where f.portal = :portal and f.secretHash = :value", secretHash)
                .map(FeedEntity::person);
    }

    private Optional<FeedEntity> one(PortalId portal, String where, String value) {
        return jpa.txExpr(TransactionType.Required, em -> em
                .createQuery("select f from FeedEntity f" + where, FeedEntity.class)
                .setParameter("portal", portal.value())
                .setParameter("value", value)
                .getResultList()
                .stream()
                .findFirst());
    }

    @Override
    public void erase(PortalId portal) {
        jpa.tx(TransactionType.Required, em -> em.createQuery("delete from FeedEntity f where f.portal = :portal")
                .setParameter("portal", portal.value())
                .executeUpdate());
    }
}
