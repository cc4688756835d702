package org.patchbay.identity.store;

import java.time.Instant;
import java.util.Optional;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;

/** One-time links in the database. */
@Component
public final class JpaLinkStore implements LinkStore {

    private final JpaTemplate jpa;

    @Activate
    public JpaLinkStore(@Reference(target = "(osgi.unit.name=identity)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    @Override
    public void insert(StoredLink link) {
        jpa.tx(em -> em.persist(LinkEntity.of(link)));
    }

    @Override
    public Optional<StoredLink> find(PortalId portal, String tokenHash) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select l from LinkEntity l where l.portal = :portal and l.tokenHash = :hash", LinkEntity.class)
                .setParameter("portal", portal.value())
                .setParameter("hash", tokenHash)
                .getResultList()
                .stream()
                .findFirst()
                .map(LinkEntity::toLink));
    }

    @Override
    public boolean delete(PortalId portal, String tokenHash) {
        return jpa.txExpr(
                em -> em.createQuery("delete from LinkEntity l where l.portal = :portal and l.tokenHash = :hash")
                                .setParameter("portal", portal.value())
                                .setParameter("hash", tokenHash)
                                .executeUpdate()
                        == 1);
    }

    @Override
    public void deleteOfPerson(PortalId portal, PersonId person) {
        jpa.tx(em -> em.createQuery("delete from LinkEntity l where l.portal = :portal and l.person = :person")
                .setParameter("portal", portal.value())
                .setParameter("person", person.value())
                .executeUpdate());
    }

    @Override
    public void deleteOfPerson(PortalId portal, PersonId person, String kind) {
        jpa.tx(em -> em.createQuery(
                        "delete from LinkEntity l where l.portal = :portal and l.person = :person and l.kind = :kind")
                .setParameter("portal", portal.value())
                .setParameter("person", person.value())
                .setParameter("kind", kind)
                .executeUpdate());
    }

    @Override
    public void erase(PortalId portal) {
        jpa.tx(em -> em.createQuery("delete from LinkEntity l where l.portal = :portal")
                .setParameter("portal", portal.value())
                .executeUpdate());
    }

    @Override
    public void deleteExpired(Instant before) {
        jpa.tx(em -> em.createQuery("delete from LinkEntity l where l.expires < :before")
                .setParameter("before", Micros.of(before))
                .executeUpdate());
    }
}
