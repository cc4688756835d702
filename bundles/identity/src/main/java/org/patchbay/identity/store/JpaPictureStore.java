package org.patchbay.identity.store;

import java.util.Optional;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;
import org.patchbay.identity.picture.StoredPicture;

/** Pictures in the database. */
@Component
public final class JpaPictureStore implements PictureStore {

    private final JpaTemplate jpa;

    @Activate
    public JpaPictureStore(@Reference(target = "(osgi.unit.name=identity)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    @Override
    public void put(PortalId portal, PersonId person, Optional<StoredPicture> picture) {
        jpa.tx(em -> {
            if (picture.isPresent()) {
                // The one before may be in the context already, as it is when it was looked at for its size.
                em.merge(PictureEntity.of(portal, person, picture.get()));
            } else {
                em.createQuery("delete from PictureEntity p where p.portal = :portal and p.person = :person")
                        .setParameter("portal", portal.value())
                        .setParameter("person", person.value())
                        .executeUpdate();
            }
            em.flush();
        });
    }

    @Override
    public Optional<StoredPicture> find(PortalId portal, String hash) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select p from PictureEntity p where p.portal = :portal and p.hash = :hash",
                        PictureEntity.class)
                .setParameter("portal", portal.value())
                .setParameter("hash", hash)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst()
                .map(PictureEntity::toPicture));
    }

    @Override
    public void erase(PortalId portal) {
        jpa.tx(em -> em.createQuery("delete from PictureEntity p where p.portal = :portal")
                .setParameter("portal", portal.value())
                .executeUpdate());
    }
}
