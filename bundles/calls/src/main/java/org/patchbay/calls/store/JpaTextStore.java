package org.patchbay.calls.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;

/** Texts in the database. */
@Component
public final class JpaTextStore implements TextStore {

    private static final String OF_PERSON = " t.portal = :portal and (t.reader = :person or t.writer = :person)";
    private static final String OF_EXTENSION = " t.portal = :portal and t.extension = :extension";
    private static final String IN_ORDER = " order by t.sent, t.id";

    private final JpaTemplate jpa;

    @Activate
    public JpaTextStore(@Reference(target = "(osgi.unit.name=calls)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    @Override
    public boolean keep(PortalId portal, WaitingText text, int most) {
        return jpa.txExpr(em -> {
            long waiting = em.createQuery("select count(t) from TextEntity t where" + OF_EXTENSION, Long.class)
                    .setParameter("portal", portal.value())
                    .setParameter("extension", text.extension())
                    .getSingleResult();
            if (waiting >= most) {
                return false;
            }
            em.persist(TextEntity.of(portal, text));
            return true;
        });
    }

    @Override
    public Optional<WaitingText> oldest(PortalId portal, String extension) {
        return of(portal, extension, 1).stream().findFirst();
    }

    @Override
    public List<WaitingText> of(PortalId portal, String extension) {
        return of(portal, extension, Integer.MAX_VALUE);
    }

    private List<WaitingText> of(PortalId portal, String extension, int most) {
        return jpa.txExpr(em -> em
                .createQuery("select t from TextEntity t where" + OF_EXTENSION + IN_ORDER, TextEntity.class)
                .setParameter("portal", portal.value())
                .setParameter("extension", extension)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(TextEntity::toText)
                .toList());
    }

    @Override
    public void drop(PortalId portal, String id) {
        jpa.tx(em -> em.createQuery("delete from TextEntity t where t.portal = :portal and t.id = :id")
                .setParameter("portal", portal.value())
                .setParameter("id", id)
                .executeUpdate());
    }

    @Override
    public List<Place> waiting(Optional<Place> after, int limit) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select t.portal, t.extension from TextEntity t where t.portal > :portal"
                                + " or (t.portal = :portal and t.extension > :extension)"
                                + " group by t.portal, t.extension order by t.portal, t.extension",
                        Object[].class)
                .setParameter(
                        "portal", after.map(place -> place.portal().value()).orElse(""))
                .setParameter("extension", after.map(Place::extension).orElse(""))
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(row -> new Place(new PortalId((String) row[0]), (String) row[1]))
                .toList());
    }

    @Override
    public List<WaitingText> of(PortalId portal, PersonId person) {
        return jpa.txExpr(em -> em
                .createQuery("select t from TextEntity t where" + OF_PERSON + IN_ORDER, TextEntity.class)
                .setParameter("portal", portal.value())
                .setParameter("person", person.value())
                .getResultList()
                .stream()
                .map(TextEntity::toText)
                .toList());
    }

    @Override
    public void forget(Instant before) {
        jpa.tx(em -> em.createQuery("delete from TextEntity t where t.sent < :before")
                .setParameter("before", Micros.of(before))
                .executeUpdate());
    }

    @Override
    public void erase(PortalId portal, PersonId person) {
        jpa.tx(em -> em.createQuery("delete from TextEntity t where" + OF_PERSON)
                .setParameter("portal", portal.value())
                .setParameter("person", person.value())
                .executeUpdate());
    }

    @Override
    public void erase(PortalId portal) {
        jpa.tx(em -> em.createQuery("delete from TextEntity t where t.portal = :portal")
                .setParameter("portal", portal.value())
                .executeUpdate());
    }
}
