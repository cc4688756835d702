package org.patchbay.identity.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import javax.persistence.TypedQuery;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;

/** Sessions in the database, where they survive a restart. */
@Component
public final class JpaSessionStore implements SessionStore {

    private final JpaTemplate jpa;

    @Activate
    public JpaSessionStore(@Reference(target = "(osgi.unit.name=identity)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    @Override
    public void insert(StoredSession session) {
        jpa.tx(em -> em.persist(SessionEntity.of(session)));
    }

    @Override
    public Optional<StoredSession> find(PortalId portal, String secretHash) {
        return jpa.txExpr(em -> select(em, "s.portal = :portal and s.secretHash = :hash")
                .setParameter("portal", portal.value())
                .setParameter("hash", secretHash)
                .getResultList()
                .stream()
                .findFirst()
                .map(SessionEntity::toSession));
    }

    @Override
    public List<StoredSession> list(PortalId portal, PersonId person) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select s from SessionEntity s where s.portal = :portal and s.person = :person"
                                + " order by s.lastUsed desc, s.id",
                        SessionEntity.class)
                .setParameter("portal", portal.value())
                .setParameter("person", person.value())
                .getResultList()
                .stream()
                .map(SessionEntity::toSession)
                .toList());
    }

    @Override
    public boolean renew(StoredSession session) {
        return jpa.txExpr(em -> {
            Optional<SessionEntity> present = locked(em, session.portal(), session.id());
            present.ifPresent(entity -> entity.renew(session));
            return present.isPresent();
        });
    }

    @Override
    public Set<PersonId> people(PortalId portal) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select distinct s.person from SessionEntity s where s.portal = :portal and s.person is not null",
                        String.class)
                .setParameter("portal", portal.value())
                .getResultList()
                .stream()
                .map(PersonId::new)
                .collect(Collectors.toSet()));
    }

    @Override
    public void used(PortalId portal, String id, Instant expires, Instant at, String address) {
        jpa.tx(em -> locked(em, portal, id).ifPresent(entity -> entity.use(expires, at, address)));
    }

    @Override
    public Optional<StoredSession> delete(PortalId portal, String id) {
        return jpa.txExpr(em -> locked(em, portal, id).map(entity -> {
            em.remove(entity);
            return entity.toSession();
        }));
    }

    @Override
    public List<String> deleteOfPerson(PortalId portal, PersonId person, Optional<String> butThis) {
        return jpa.txExpr(em -> remove(
                em,
                select(em, "s.portal = :portal and s.person = :person and s.id <> :kept")
                        .setParameter("portal", portal.value())
                        .setParameter("person", person.value())
                        .setParameter("kept", butThis.orElse("-"))));
    }

    @Override
    public List<String> deleteOfMeeting(PortalId portal, String meeting) {
        return jpa.txExpr(em -> remove(
                em,
                select(em, "s.portal = :portal and s.meeting = :meeting")
                        .setParameter("portal", portal.value())
                        .setParameter("meeting", meeting)));
    }

    @Override
    public List<String> erase(PortalId portal) {
        return jpa.txExpr(em -> remove(em, select(em, "s.portal = :portal").setParameter("portal", portal.value())));
    }

    @Override
    public List<String> deleteExpired(Instant before, int limit) {
        return jpa.txExpr(em -> remove(
                em,
                select(em, "s.expires < :before")
                        .setParameter("before", Micros.of(before))
                        .setMaxResults(limit)));
    }

    private static TypedQuery<SessionEntity> select(EntityManager em, String condition) {
        return em.createQuery("select s from SessionEntity s where " + condition, SessionEntity.class);
    }

    private static Optional<SessionEntity> locked(EntityManager em, PortalId portal, String id) {
        return Optional.ofNullable(em.find(SessionEntity.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(entity -> entity.isIn(portal));
    }

    private static List<String> remove(EntityManager em, TypedQuery<SessionEntity> query) {
        List<SessionEntity> found =
                query.setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
        List<String> ids = found.stream().map(SessionEntity::id).toList();
        found.forEach(em::remove);
        return ids;
    }
}
