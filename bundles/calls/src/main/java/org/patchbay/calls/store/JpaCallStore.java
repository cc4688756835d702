package org.patchbay.calls.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import javax.persistence.EntityManager;
import javax.persistence.PersistenceException;
import javax.persistence.TypedQuery;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.calls.CallDirection;
import org.patchbay.api.calls.CallId;
import org.patchbay.api.calls.CallQuery;
import org.patchbay.api.calls.CallRecord;
import org.patchbay.api.calls.Conversation;
import org.patchbay.api.calls.LegRecord;
import org.patchbay.api.identity.PersonId;

/** Calls that were, in the database. */
@Component
public final class JpaCallStore implements CallStore {

    private final JpaTemplate jpa;

    @Activate
    public JpaCallStore(@Reference(target = "(osgi.unit.name=calls)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    @Override
    public void keep(LiveSheet sheet) {
        on(rows -> rows.add(sheet));
    }

    @Override
    public void drop(PortalId portal, String sheet) {
        on(rows -> rows.drop(portal, sheet));
    }

    /** Of all portals: whatever ended with a server, whoever's it was. */
    @Override
    public List<LiveSheet> left(Set<String> runs, int limit) {
        return jpa.txExpr(em -> em
                .createQuery("select s from SheetEntity s where s.run not in :runs order by s.id", SheetEntity.class)
                .setParameter("runs", runs.isEmpty() ? List.of("-") : List.copyOf(runs))
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(SheetEntity::toSheet)
                .toList());
    }

    @Override
    public Optional<String> lastSheet(String run) {
        return jpa.txExpr(em -> Optional.ofNullable(
                em.createQuery("select max(s.id) from SheetEntity s where s.run = :run", String.class)
                        .setParameter("run", run)
                        .getSingleResult()));
    }

    @Override
    public void end(PortalId portal, CallRecord call) {
        jpa.tx(em -> {
            if (em.find(CallEntity.class, CallKey.of(portal, call.id())) == null) {
                endAll(List.of(new Ended(portal, call)));
            }
        });
    }

    @Override
    public void endAll(List<Ended> calls) {
        if (!calls.isEmpty()) {
            on(rows -> rows.add(calls));
        }
    }

    private interface Work {
        void on(CallRows rows) throws SQLException;
    }

    private void on(Work work) {
        jpa.tx(em -> {
            try (Connection connection = em.unwrap(Connection.class)) {
                work.on(new CallRows(connection));
            } catch (SQLException e) {
                throw new PersistenceException(e);
            }
        });
    }

    @Override
    public Page<CallRecord> list(PortalId portal, CallQuery query, Visible visible, PageRequest page) {
        var search = new CallSearch(portal, query, visible);
        return jpa.txExpr(em -> page(em, search, search.of("c"), page));
    }

    @Override
    public Page<Conversation> conversations(PortalId portal, CallQuery query, Visible visible, PageRequest page) {
        var search = new CallSearch(portal, query, visible);
        return jpa.txExpr(em -> {
            Page<CallRecord> first = page(em, search, search.first("c"), page);
            List<Conversation> items = first.items().stream()
                    .map(call -> conversation(em, portal, call, visible))
                    .toList();
            return new Page<>(items, first.next(), first.total());
        });
    }

    private static Conversation conversation(EntityManager em, PortalId portal, CallRecord call, Visible visible) {
        List<CallRecord> calls = call.together()
                .map(common -> together(em, portal, common, visible))
                .orElse(List.of());
        return Conversation.of(calls.isEmpty() ? List.of(call) : calls);
    }

    @Override
    public List<CallRecord> together(PortalId portal, CallId common, Visible visible) {
        return jpa.txExpr(em -> together(em, portal, common, visible));
    }

    private static List<CallRecord> together(EntityManager em, PortalId portal, CallId common, Visible visible) {
        var search = new CallSearch(portal, CallQuery.ALL, visible);
        TypedQuery<CallEntity> asked = em.createQuery(
                        "select c from CallEntity c where " + search.of("c")
                                + " and c.together = :common order by c.id",
                        CallEntity.class)
                .setParameter("common", common.value())
                .setMaxResults(Conversation.MOST);
        search.set(asked, Optional.empty());
        return full(em, portal, asked.getResultList());
    }

    private static Page<CallRecord> page(EntityManager em, CallSearch search, String wanted, PageRequest page) {
        String before = page.after().isPresent() ? " and c.id < :after" : "";
        TypedQuery<CallEntity> asked = em.createQuery(
                        "select c from CallEntity c where " + wanted + before + " order by c.id desc", CallEntity.class)
                .setMaxResults(page.limit() + 1);
        search.set(asked, page.after());
        List<CallEntity> found = asked.getResultList();
        List<CallEntity> items = found.subList(0, Math.min(page.limit(), found.size()));
        Optional<String> next = found.size() > page.limit()
                ? Optional.of(items.get(items.size() - 1).id())
                : Optional.empty();
        return new Page<>(full(em, search.portal(), items), next, OptionalLong.empty());
    }

    private static List<CallRecord> full(EntityManager em, PortalId portal, List<CallEntity> calls) {
        Map<String, List<LegRecord>> old = OldLegs.of(
                em,
                portal,
                calls.stream().filter(CallEntity::isOld).map(CallEntity::id).toList());
        return calls.stream()
                .map(call -> call.toRecord(old.getOrDefault(call.id(), List.of())))
                .toList();
    }

    @Override
    public Optional<CallRecord> find(PortalId portal, CallId id) {
        return jpa.txExpr(em -> Optional.ofNullable(em.find(CallEntity.class, CallKey.of(portal, id)))
                .map(call -> full(em, portal, List.of(call)).get(0)));
    }

    @Override
    public Usage usage(PortalId portal, Instant since, Instant until) {
        return jpa.txExpr(em -> {
            List<CallEntity> calls = em.createQuery(
                            "select c from CallEntity c where c.portal = :portal and c.started >= :since and c.started < :until"
                                    + " and c.direction = :outgoing",
                            CallEntity.class)
                    .setParameter("portal", portal.value())
                    .setParameter("since", Micros.of(since))
                    .setParameter("until", Micros.of(until))
                    .setParameter("outgoing", CallDirection.OUTGOING.name())
                    .getResultList();
            long seconds = 0;
            Set<String> numbers = new HashSet<>();
            for (CallEntity call : calls) {
                CallRecord record = call.toRecord(List.of());
                if (call.isOld()
                        || record.legs().stream().anyMatch(leg -> leg.trunk().isPresent())) {
                    seconds += record.talked().toSeconds();
                    numbers.add(record.called());
                }
            }
            return new Usage(seconds, numbers);
        });
    }

    @Override
    public int forget(PortalId portal, Instant before, int limit) {
        return jpa.txExpr(em -> {
            List<CallEntity> old = em.createQuery(
                            "select c from CallEntity c where c.portal = :portal and c.started < :before order by c.id",
                            CallEntity.class)
                    .setParameter("portal", portal.value())
                    .setParameter("before", Micros.of(before))
                    .setMaxResults(limit)
                    .getResultList();
            for (CallRecord call : full(em, portal, old)) {
                ParticipantEntity.who(call).stream()
                        .map(who -> em.find(
                                ParticipantEntity.class,
                                ParticipantKey.of(portal.value(), who, call.id().value())))
                        .filter(Objects::nonNull)
                        .forEach(em::remove);
            }
            OldLegs.remove(
                    em,
                    portal,
                    old.stream().filter(CallEntity::isOld).map(CallEntity::id).toList());
            old.forEach(em::remove);
            return old.size();
        });
    }

    @Override
    public void erase(PortalId portal, PersonId person) {
        jpa.tx(em -> {
            List<ParticipantEntity> parts = em.createQuery(
                            "select p from ParticipantEntity p where p.portal = :portal and p.who = :person",
                            ParticipantEntity.class)
                    .setParameter("portal", portal.value())
                    .setParameter("person", person.value())
                    .getResultList();
            for (ParticipantEntity part : parts) {
                em.find(CallEntity.class, CallKey.of(portal, part.call())).erase(person);
                em.remove(part);
            }
            // Who was looked for at a number outside has no part in the call; the path alone names them.
            em.createQuery(
                            "select c.id from CallEntity c where c.portal = :portal and c.details like :person",
                            String.class)
                    .setParameter("portal", portal.value())
                    .setParameter("person", "%\"" + person.value() + "\"%")
                    .getResultList()
                    .forEach(call ->
                            em.find(CallEntity.class, CallKey.of(portal, call)).erase(person));
            OldLegs.erase(em, portal, person);
        });
    }

    @Override
    public void erase(PortalId portal) {
        jpa.tx(em -> List.of("SheetEntity", "ParticipantEntity", "LegEntity", "CallEntity")
                .forEach(entity -> em.createQuery("delete from " + entity + " x where x.portal = :portal")
                        .setParameter("portal", portal.value())
                        .executeUpdate()));
    }
}
