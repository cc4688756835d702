package org.patchbay.identity.store;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;

/** Links to directories in the database. */
@Component
public final class JpaDirectoryLinkStore implements DirectoryLinkStore {

    private final JpaTemplate jpa;

    @Activate
    public JpaDirectoryLinkStore(@Reference(target = "(osgi.unit.name=identity)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    @Override
    public void put(DirectoryLink link) {
        jpa.tx(em -> {
            entity(em, link.portal(), link.person())
                    .ifPresentOrElse(present -> present.write(link), () -> em.persist(DirectoryLinkEntity.of(link)));
            em.flush();
        });
    }

    @Override
    public Optional<DirectoryLink> find(PortalId portal, PersonId person) {
        return jpa.txExpr(em -> entity(em, portal, person).map(DirectoryLinkEntity::toLink));
    }

    @Override
    public Optional<DirectoryLink> findByAccount(PortalId portal, String plugin, String account) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select l from DirectoryLinkEntity l where l.portal = :portal and l.plugin = :plugin"
                                + " and l.account = :account",
                        DirectoryLinkEntity.class)
                .setParameter("portal", portal.value())
                .setParameter("plugin", plugin)
                .setParameter("account", account)
                .getResultList()
                .stream()
                .findFirst()
                .map(DirectoryLinkEntity::toLink));
    }

    @Override
    public Map<PersonId, String> plugins(PortalId portal) {
        return jpa.txExpr(em -> em
                .createQuery("select l from DirectoryLinkEntity l where l.portal = :portal", DirectoryLinkEntity.class)
                .setParameter("portal", portal.value())
                .getResultList()
                .stream()
                .map(DirectoryLinkEntity::toLink)
                .collect(Collectors.toMap(DirectoryLink::person, DirectoryLink::plugin)));
    }

    @Override
    public boolean delete(PortalId portal, PersonId person) {
        return jpa.txExpr(em -> {
            Optional<DirectoryLinkEntity> present = entity(em, portal, person);
            present.ifPresent(em::remove);
            em.flush();
            return present.isPresent();
        });
    }

    @Override
    public void erase(PortalId portal) {
        jpa.tx(em -> em.createQuery("delete from DirectoryLinkEntity l where l.portal = :portal")
                .setParameter("portal", portal.value())
                .executeUpdate());
    }

    private static Optional<DirectoryLinkEntity> entity(EntityManager em, PortalId portal, PersonId person) {
        return Optional.ofNullable(em.find(DirectoryLinkEntity.class, person.value()))
                .filter(entity -> entity.isIn(portal));
    }
}
