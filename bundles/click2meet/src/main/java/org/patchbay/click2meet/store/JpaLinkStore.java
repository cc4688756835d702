package org.patchbay.click2meet.store;

import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;
import org.patchbay.click2meet.link.PersonalLink;
import org.patchbay.spi.identity.PersonData;
import org.patchbay.spi.tenancy.DataSink;
import org.patchbay.spi.tenancy.PortalData;

/** Personal links in the database. */
@Component(service = {LinkStore.class, PortalData.class, PersonData.class})
public final class JpaLinkStore implements LinkStore, PortalData, PersonData {

    private static final int AT_ONCE = 500;
    private static final String KIND = "personal-link";

    private final JpaTemplate jpa;

    @Activate
    public JpaLinkStore(@Reference(target = "(osgi.unit.name=click2meet)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    @Override
    public String name() {
        return "click2meet";
    }

    @Override
    public Optional<PersonalLink> of(PortalId portal, PersonId person) {
        return jpa.txExpr(TransactionType.Required, em -> entity(em, portal, "person", person.value())
                .map(LinkEntity::toLink));
    }

    @Override
    public Optional<PersonalLink> named(PortalId portal, String name) {
        return jpa.txExpr(
                TransactionType.Required, em -> entity(em, portal, "name", name).map(LinkEntity::toLink));
    }

    private static Optional<LinkEntity> entity(EntityManager em, PortalId portal, String field, String value) {
        return em
                .createQuery(
                        "select l from LinkEntity l where l.portal = :portal and l." + field + " = :value",
                        LinkEntity.class)
                .setParameter("portal", portal.value())
                .setParameter("value", value)
                .getResultList()
                .stream()
                .findFirst();
    }

    @Override
    public void save(PortalId portal, PersonalLink link) {
        jpa.tx(TransactionType.Required, em -> {
            entity(em, portal, "person", link.person().value())
                    .ifPresentOrElse(kept -> kept.change(link), () -> em.persist(LinkEntity.of(portal, link)));
            em.flush();
        });
    }

    @Override
    public void export(PortalId portal, DataSink out) {
        List<PersonalLink> page = List.of();
        do {
            String last =
                    page.isEmpty() ? "" : page.get(page.size() - 1).person().value();
            page = jpa.txExpr(TransactionType.Required, em -> em
                    .createQuery(
                            "select l from LinkEntity l where l.portal = :portal and l.person > :last"
                                    + " order by l.person",
                            LinkEntity.class)
                    .setParameter("portal", portal.value())
                    .setParameter("last", last)
                    .setMaxResults(AT_ONCE)
                    .getResultList()
                    .stream()
                    .map(LinkEntity::toLink)
                    .toList());
            page.forEach(link -> out.put(KIND, link));
        } while (page.size() == AT_ONCE);
    }

    @Override
    public void erase(PortalId portal) {
        jpa.tx(TransactionType.Required, em -> em.createQuery("delete from LinkEntity l where l.portal = :portal")
                .setParameter("portal", portal.value())
                .executeUpdate());
    }

    @Override
    public void export(PortalId portal, PersonId person, DataSink out) {
        of(portal, person).ifPresent(link -> out.put(KIND, link));
    }

    @Override
    public void erase(PortalId portal, PersonId person) {
        jpa.tx(TransactionType.Required, em -> em.createQuery(
                        "delete from LinkEntity l where l.portal = :portal and l.person = :person")
                .setParameter("portal", portal.value())
                .setParameter("person", person.value())
                .executeUpdate());
    }
}
