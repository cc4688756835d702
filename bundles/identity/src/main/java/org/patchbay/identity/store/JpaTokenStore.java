package org.patchbay.identity.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import javax.persistence.TypedQuery;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;

/** Tokens for programs in the database. */
@Component
public final class JpaTokenStore implements TokenStore {

    private final JpaTemplate jpa;

    @Activate
    public JpaTokenStore(@Reference(target = "(osgi.unit.name=identity)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    @Override
    public void insert(StoredToken token) {
        jpa.tx(em -> em.persist(TokenEntity.of(token)));
    }

    @Override
    public Optional<StoredToken> find(PortalId portal, String secretHash) {
        return jpa.txExpr(em -> select(em, "t.portal = :portal and t.secretHash = :hash")
                .setParameter("portal", portal.value())
                .setParameter("hash", secretHash)
                .getResultList()
                .stream()
                .findFirst()
                .map(TokenEntity::toToken));
    }

    @Override
    public List<StoredToken> list(PortalId portal, PersonId person) {
        return jpa.txExpr(em -> ofPerson(em, portal, person).getResultList().stream()
                .map(TokenEntity::toToken)
                .toList());
    }

    @Override
    public void used(PortalId portal, String id, Instant at, String address) {
        jpa.tx(em -> Optional.ofNullable(em.find(TokenEntity.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(entity -> entity.isIn(portal))
                .ifPresent(entity -> entity.use(at, address)));
    }

    @Override
    public Optional<StoredToken> delete(PortalId portal, PersonId person, String id) {
        return jpa.txExpr(em -> {
            Optional<TokenEntity> present = Optional.ofNullable(
                            em.find(TokenEntity.class, id, LockModeType.PESSIMISTIC_WRITE))
                    .filter(entity -> entity.isOf(portal, person));
            present.ifPresent(em::remove);
            return present.map(TokenEntity::toToken);
        });
    }

    @Override
    public List<String> deleteOfPerson(PortalId portal, PersonId person) {
        return jpa.txExpr(em -> remove(em, ofPerson(em, portal, person)));
    }

    @Override
    public List<String> erase(PortalId portal) {
        return jpa.txExpr(em -> remove(em, select(em, "t.portal = :portal").setParameter("portal", portal.value())));
    }

    private static TypedQuery<TokenEntity> select(EntityManager em, String condition) {
        return em.createQuery("select t from TokenEntity t where " + condition + " order by t.id", TokenEntity.class);
    }

    private static TypedQuery<TokenEntity> ofPerson(EntityManager em, PortalId portal, PersonId person) {
        return select(em, "t.portal = :portal and t.person = :person")
                .setParameter("portal", portal.value())
                .setParameter("person", person.value());
    }

    private static List<String> remove(EntityManager em, TypedQuery<TokenEntity> query) {
        List<TokenEntity> found =
                query.setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
        found.forEach(em::remove);
        return found.stream().map(TokenEntity::id).toList();
    }
}
