package org.patchbay.calls.store;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import javax.persistence.EntityManager;
import javax.persistence.Query;
import javax.persistence.TypedQuery;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;
import org.patchbay.calls.store.TextLine.Box;

/** The history of texts in the database. */
@Component
public final class JpaTextHistory implements TextHistory {

    private static final String IN_BOX = " l.portal = :portal and l.person = :person and l.extension = :extension";
    private static final String WITH_NUMBER = IN_BOX + " and l.number = :number";
    private static final String BEHIND = " and (l.sent < :sent or (l.sent = :sent and l.id < :id))";
    private static final String NEWEST_FIRST = " order by l.sent desc, l.id desc";
    private static final String IS_LAST =
            " and not exists (select n from TextLineEntity n where n.portal = :portal and n.person = :person"
                    + " and n.extension = :extension and n.number = l.number"
                    + " and (n.sent > l.sent or (n.sent = l.sent and n.id > l.id)))";

    private final JpaTemplate jpa;

    @Activate
    public JpaTextHistory(@Reference(target = "(osgi.unit.name=calls)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    @Override
    public void add(PortalId portal, TextLine line, int most) {
        jpa.tx(em -> {
            // Before the line is there: nothing of this box waits for who marks it as read.
            makeRoom(em, portal, line.box(), most);
            em.persist(TextLineEntity.of(portal, line));
        });
    }

    private static void makeRoom(EntityManager em, PortalId portal, Box box, int most) {
        TypedQuery<Long> newest = em.createQuery(
                        "select l.sent from TextLineEntity l where" + IN_BOX + NEWEST_FIRST, Long.class)
                .setFirstResult(most - 1)
                .setMaxResults(1);
        in(newest, portal, box).getResultList().stream().findFirst().ifPresent(sent -> in(
                        em.createQuery("delete from TextLineEntity l where" + IN_BOX + " and l.sent <= :sent"),
                        portal,
                        box)
                .setParameter("sent", sent)
                .executeUpdate());
    }

    private static <Q extends Query> Q in(Q query, PortalId portal, Box box) {
        query.setParameter("portal", portal.value());
        query.setParameter("person", box.person().value());
        query.setParameter("extension", box.extension());
        return query;
    }

    @Override
    public Page<Talk> talks(PortalId portal, Box box, PageRequest page) {
        return jpa.txExpr(em -> {
            Page<TextLine> last = page(em, IN_BOX + IS_LAST, query -> in(query, portal, box), page);
            Map<String, Integer> unread = unread(em, portal, box);
            List<Talk> talks = last.items().stream()
                    .map(line -> new Talk(line, unread.getOrDefault(line.number(), 0)))
                    .toList();
            return new Page<>(talks, last.next(), last.total());
        });
    }

    private static Map<String, Integer> unread(EntityManager em, PortalId portal, Box box) {
        TypedQuery<Object[]> counted = em.createQuery(
                "select l.number, count(l) from TextLineEntity l where" + IN_BOX
                        + " and l.unread <> 0 group by l.number",
                Object[].class);
        var unread = new HashMap<String, Integer>();
        in(counted, portal, box)
                .getResultList()
                .forEach(row -> unread.put((String) row[0], ((Number) row[1]).intValue()));
        return unread;
    }

    @Override
    public Page<TextLine> list(PortalId portal, Box box, String number, PageRequest page) {
        return jpa.txExpr(
                em -> page(em, WITH_NUMBER, query -> in(query, portal, box).setParameter("number", number), page));
    }

    private static Page<TextLine> page(
            EntityManager em,
            String wanted,
            Function<TypedQuery<TextLineEntity>, TypedQuery<TextLineEntity>> fill,
            PageRequest page) {
        Optional<TextPlace> after = TextPlace.after(page);
        TypedQuery<TextLineEntity> asked = fill.apply(em.createQuery(
                "select l from TextLineEntity l where" + wanted
                        + after.map(place -> BEHIND).orElse("") + NEWEST_FIRST,
                TextLineEntity.class));
        after.ifPresent(place -> asked.setParameter("sent", place.sent()).setParameter("id", place.id()));
        List<TextLine> found = asked.setMaxResults(page.limit() + 1).getResultList().stream()
                .map(TextLineEntity::toLine)
                .toList();
        List<TextLine> items = found.subList(0, Math.min(page.limit(), found.size()));
        Optional<String> next = found.size() > page.limit()
                ? Optional.of(TextPlace.of(items.get(items.size() - 1)).cursor())
                : Optional.empty();
        return new Page<>(items, next, OptionalLong.empty());
    }

    @Override
    public boolean read(PortalId portal, Box box, String number, String line) {
        return jpa.txExpr(em -> {
            TypedQuery<Long> asked = em.createQuery(
                    "select l.sent from TextLineEntity l where" + WITH_NUMBER + " and l.id = :line", Long.class);
            Optional<Long> sent = in(asked, portal, box)
                    .setParameter("number", number)
                    .setParameter("line", line)
                    .getResultList()
                    .stream()
                    .findFirst();
            sent.ifPresent(until -> in(
                            em.createQuery("update TextLineEntity l set l.unread = 0 where" + WITH_NUMBER
                                    + " and l.unread <> 0 and l.sent <= :until"),
                            portal,
                            box)
                    .setParameter("number", number)
                    .setParameter("until", until)
                    .executeUpdate());
            return sent.isPresent();
        });
    }

    @Override
    public Page<TextLine> all(PortalId portal, PageRequest page) {
        return jpa.txExpr(
                em -> page(em, " l.portal = :portal", query -> query.setParameter("portal", portal.value()), page));
    }

    @Override
    public List<TextLine> of(PortalId portal, PersonId person) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select l from TextLineEntity l where l.portal = :portal and l.person = :person"
                                + " order by l.sent, l.id",
                        TextLineEntity.class)
                .setParameter("portal", portal.value())
                .setParameter("person", person.value())
                .getResultList()
                .stream()
                .map(TextLineEntity::toLine)
                .toList());
    }

    @Override
    public void forget(Instant before) {
        jpa.tx(em -> em.createQuery("delete from TextLineEntity l where l.sent < :before")
                .setParameter("before", Micros.of(before))
                .executeUpdate());
    }

    @Override
    public void erase(PortalId portal, PersonId person) {
        jpa.tx(em -> em.createQuery("delete from TextLineEntity l where l.portal = :portal"
                        + " and (l.person = :person or l.other = :person)")
                .setParameter("portal", portal.value())
                .setParameter("person", person.value())
                .executeUpdate());
    }

    @Override
    public void erase(PortalId portal) {
        jpa.tx(em -> em.createQuery("delete from TextLineEntity l where l.portal = :portal")
                .setParameter("portal", portal.value())
                .executeUpdate());
    }
}
