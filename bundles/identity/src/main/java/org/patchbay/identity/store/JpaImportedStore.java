package org.patchbay.identity.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;

/** What imports leave, in the database. */
@Component
public final class JpaImportedStore implements ImportedStore {

    private final JpaTemplate jpa;

    @Activate
    public JpaImportedStore(@Reference(target = "(osgi.unit.name=identity)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    @Override
    public void add(PortalId portal, List<Imported> imported) {
        jpa.tx(em -> {
            for (Imported one : imported) {
                ImportedStore.some(one.attributes())
                        .ifPresent(kept -> em.persist(AttributesEntity.of(portal, one.person(), kept)));
                if (one.welcome()) {
                    em.persist(WelcomeEntity.of(portal, one.person()));
                }
            }
            em.flush();
            em.clear();
        });
    }

    @Override
    public Map<String, String> attributes(PortalId portal, PersonId person) {
        return jpa.txExpr(em -> Optional.ofNullable(em.find(AttributesEntity.class, person.value()))
                .filter(entity -> entity.isIn(portal))
                .map(AttributesEntity::toMap)
                .orElse(Map.of()));
    }

    @Override
    public List<Waiting> waiting(int limit) {
        return jpa.txExpr(em -> em
                .createQuery("select w from WelcomeEntity w order by w.person", WelcomeEntity.class)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(WelcomeEntity::toWaiting)
                .toList());
    }

    @Override
    public boolean welcomed(PortalId portal, PersonId person) {
        return delete("WelcomeEntity", portal, person) > 0;
    }

    @Override
    public void delete(PortalId portal, PersonId person) {
        delete("WelcomeEntity", portal, person);
        delete("AttributesEntity", portal, person);
    }

    private int delete(String entity, PortalId portal, PersonId person) {
        return jpa.txExpr(
                em -> em.createQuery("delete from " + entity + " e where e.portal = :portal and e.person = :person")
                        .setParameter("portal", portal.value())
                        .setParameter("person", person.value())
                        .executeUpdate());
    }

    @Override
    public void erase(PortalId portal) {
        jpa.tx(em -> List.of("WelcomeEntity", "AttributesEntity")
                .forEach(entity -> em.createQuery("delete from " + entity + " e where e.portal = :portal")
                        .setParameter("portal", portal.value())
                        .executeUpdate()));
    }
}
