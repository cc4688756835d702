package org.patchbay.calls.store;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import javax.persistence.EntityManager;
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
import org.patchbay.api.calls.LegRecord;
import org.patchbay.api.identity.PersonId;

/** Calls that were, in the database. */
@Component
public final class JpaCallStore implements CallStore {

    private static final String TAKES_PART =
            " and exists (select p from ParticipantEntity p where p.portal = :portal" + " and p.call = c.id and p.who ";

    private final JpaTemplate jpa;

    @Activate
    public JpaCallStore(@Reference(target = "(osgi.unit.name=calls)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    @Override
    public void keep(LiveSheet sheet) {
        jpa.tx(em -> em.persist(SheetEntity.of(sheet)));
    }

    @Override
    public void drop(PortalId portal, String sheet) {
        jpa.tx(em -> em.createQuery("delete from SheetEntity s where s.portal = :portal and s.id = :id")
                .setParameter("portal", portal.value())
                .setParameter("id", sheet)
                .executeUpdate());
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
    public void end(PortalId portal, CallRecord call) {
        jpa.tx(em -> {
            if (em.find(CallEntity.class, CallKey.of(portal, call.id())) == null) {
                em.persist(CallEntity.of(portal, call));
                ParticipantEntity.of(portal, call).forEach(em::persist);
            }
        });
    }

    @Override
    public Page<CallRecord> list(PortalId portal, CallQuery query, Visible visible, PageRequest page) {
        var text = new StringBuilder("select c from CallEntity c where c.portal = :portal");
        page.after().ifPresent(after -> text.append(" and c.id < :after"));
        query.text()
                .ifPresent(words -> text.append(" and (lower(c.caller) like :text escape '!'"
                        + " or lower(c.callerName) like :text escape '!' or lower(c.called) like :text escape '!')"));
        query.direction().ifPresent(one -> text.append(" and c.direction = :direction"));
        query.result().ifPresent(one -> text.append(" and c.result = :result"));
        query.from().ifPresent(moment -> text.append(" and c.started >= :from"));
        query.until().ifPresent(moment -> text.append(" and c.started < :until"));
        query.person().ifPresent(person -> text.append(TAKES_PART).append("= :person)"));
        if (!visible.all()) {
            text.append(TAKES_PART).append("in :seen)");
        }
        return jpa.txExpr(em -> {
            TypedQuery<CallEntity> asked = em.createQuery(text + " order by c.id desc", CallEntity.class)
                    .setParameter("portal", portal.value())
                    .setMaxResults(page.limit() + 1);
            page.after().ifPresent(after -> asked.setParameter("after", after));
            query.text().ifPresent(words -> asked.setParameter("text", '%' + escaped(words) + '%'));
            query.direction().ifPresent(one -> asked.setParameter("direction", one.name()));
            query.result().ifPresent(one -> asked.setParameter("result", one.name()));
            query.from().ifPresent(moment -> asked.setParameter("from", Micros.of(moment)));
            query.until().ifPresent(moment -> asked.setParameter("until", Micros.of(moment)));
            query.person().ifPresent(person -> asked.setParameter("person", person.value()));
            if (!visible.all()) {
                asked.setParameter("seen", visible.ids());
            }
            return page(em, portal, asked.getResultList(), page.limit());
        });
    }

    private static String escaped(String words) {
        return words.toLowerCase(Locale.ROOT)
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_");
    }

    private static Page<CallRecord> page(EntityManager em, PortalId portal, List<CallEntity> found, int limit) {
        List<CallEntity> items = found.subList(0, Math.min(limit, found.size()));
        Optional<String> next =
                found.size() > limit ? Optional.of(items.get(items.size() - 1).id()) : Optional.empty();
        return new Page<>(full(em, portal, items), next, OptionalLong.empty());
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
                seconds += record.talked().toSeconds();
                numbers.add(record.called());
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
                ParticipantEntity.of(portal, call)
                        .map(one -> em.find(ParticipantEntity.class, one.key()))
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
