package org.patchbay.identity.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;

/** Passkeys in the database. */
@Component
public final class JpaPasskeyStore implements PasskeyStore {

    private final JpaTemplate jpa;

    @Activate
    public JpaPasskeyStore(@Reference(target = "(osgi.unit.name=identity)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    @Override
    public void insert(StoredPasskey passkey) {
        jpa.tx(em -> {
            em.persist(PasskeyEntity.of(passkey));
            em.flush();
        });
    }

    @Override
    public Optional<StoredPasskey> find(PortalId portal, String credential) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select k from PasskeyEntity k where k.portal = :portal and k.credentialHash = :hash",
                        PasskeyEntity.class)
                .setParameter("portal", portal.value())
                .setParameter("hash", PasskeyEntity.hash(credential))
                .getResultList()
                .stream()
                .findFirst()
                .map(PasskeyEntity::toPasskey));
    }

    @Override
    public List<StoredPasskey> list(PortalId portal, PersonId person) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select k from PasskeyEntity k where k.portal = :portal and k.person = :person order by k.id",
                        PasskeyEntity.class)
                .setParameter("portal", portal.value())
                .setParameter("person", person.value())
                .getResultList()
                .stream()
                .map(PasskeyEntity::toPasskey)
                .toList());
    }

    @Override
    public boolean used(PortalId portal, String id, long expected, long counter, Instant at) {
        return jpa.txExpr(em -> locked(em, id, entity -> entity.isIn(portal))
                .map(entity -> entity.use(expected, counter, at))
                .orElse(false));
    }

    @Override
    public boolean rename(PortalId portal, PersonId person, String id, String name) {
        return jpa.txExpr(em -> {
            Optional<PasskeyEntity> present = locked(em, id, entity -> entity.isOf(portal, person));
            present.ifPresent(entity -> entity.rename(name));
            return present.isPresent();
        });
    }

    @Override
    public boolean delete(PortalId portal, PersonId person, String id) {
        return jpa.txExpr(em -> {
            Optional<PasskeyEntity> present = locked(em, id, entity -> entity.isOf(portal, person));
            present.ifPresent(em::remove);
            return present.isPresent();
        });
    }

    @Override
    public void deleteOfPerson(PortalId portal, PersonId person) {
        jpa.tx(em -> em.createQuery("delete from PasskeyEntity k where k.portal = :portal and k.person = :person")
                .setParameter("portal", portal.value())
                .setParameter("person", person.value())
                .executeUpdate());
    }

    @Override
    public void erase(PortalId portal) {
        jpa.tx(em -> em.createQuery("delete from PasskeyEntity k where k.portal = :portal")
                .setParameter("portal", portal.value())
                .executeUpdate());
    }

    private static Optional<PasskeyEntity> locked(EntityManager em, String id, Predicate<PasskeyEntity> wanted) {
        return Optional.ofNullable(em.find(PasskeyEntity.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(wanted);
    }
}
