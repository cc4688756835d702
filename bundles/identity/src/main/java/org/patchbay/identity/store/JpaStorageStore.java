package org.patchbay.identity.store;

import java.util.Map;
import java.util.TreeMap;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;

/** Storage taken, in the database. */
@Component
public final class JpaStorageStore implements StorageStore {

    private final JpaTemplate jpa;

    @Activate
    public JpaStorageStore(@Reference(target = "(osgi.unit.name=identity)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    @Override
    public Map<String, Long> taken(PortalId portal, PersonId person) {
        return jpa.txExpr(em -> {
            Map<String, Long> taken = new TreeMap<>();
            em.createQuery(
                            "select s from StorageEntity s where s.portal = :portal and s.person = :person",
                            StorageEntity.class)
                    .setParameter("portal", portal.value())
                    .setParameter("person", person.value())
                    .getResultList()
                    .forEach(entity -> taken.put(entity.kind(), entity.taken()));
            return taken;
        });
    }

    @Override
    public void set(PortalId portal, PersonId person, String kind, long bytes) {
        jpa.tx(em -> {
            StorageEntity present = em.find(StorageEntity.class, StorageEntity.id(person, kind));
            if (present == null) {
                em.persist(StorageEntity.of(portal, person, kind, bytes));
            } else {
                present.set(bytes);
            }
            em.flush();
        });
    }

    @Override
    public void delete(PortalId portal, PersonId person) {
        jpa.tx(em -> em.createQuery("delete from StorageEntity s where s.portal = :portal and s.person = :person")
                .setParameter("portal", portal.value())
                .setParameter("person", person.value())
                .executeUpdate());
    }

    @Override
    public void erase(PortalId portal) {
        jpa.tx(em -> em.createQuery("delete from StorageEntity s where s.portal = :portal")
                .setParameter("portal", portal.value())
                .executeUpdate());
    }
}
