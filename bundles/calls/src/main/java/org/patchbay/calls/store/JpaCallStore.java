package org.patchbay.calls.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import org.patchbay.api.calls.LiveCall;
import org.patchbay.api.identity.PersonId;

/** Calls that were, in the database. */
@Component
public final class JpaCallStore implements CallStore {

    private static final String OWN =
            " and exists (select l from LegEntity l where l.portal = :portal and l.call = c.id"
                    + " and l.person = :person)";
    private static final String VISIBLE = " and exists (select v from LegEntity v where v.portal = :portal"
            + " and v.call = c.id and (v.person = :own or v.department in :departments))";

    private final JpaTemplate jpa;

    @Activate
    public JpaCallStore(@Reference(target = "(osgi.unit.name=calls)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    @Override
    public void begin(PortalId portal, String run, LiveCall call) {
        jpa.tx(em -> em.persist(CallEntity.of(portal, run, call)));
    }

    @Override
    public void end(PortalId portal, CallRecord call) {
        jpa.tx(em -> {
            CallEntity kept = em.find(CallEntity.class, call.id().value());
            if (kept != null && kept.isEnded()) {
                return;
            }
            if (kept == null) {
                em.persist(CallEntity.of(portal, call));
            } else {
                kept.end(call);
            }
            for (int i = 0; i < call.legs().size(); i++) {
                em.persist(LegEntity.of(portal, call.id(), i, call.legs().get(i)));
            }
        });
    }

    @Override
    public Page<CallRecord> list(PortalId portal, CallQuery query, Visible visible, PageRequest page) {
        var text = new StringBuilder("select c from CallEntity c where c.portal = :portal and c.ended is not null");
        page.after().ifPresent(after -> text.append(" and c.id < :after"));
        query.text()
                .ifPresent(words -> text.append(" and (lower(c.caller) like :text escape '!'"
                        + " or lower(c.callerName) like :text escape '!' or lower(c.called) like :text escape '!')"));
        query.direction().ifPresent(one -> text.append(" and c.direction = :direction"));
        query.result().ifPresent(one -> text.append(" and c.result = :result"));
        query.from().ifPresent(moment -> text.append(" and c.started >= :from"));
        query.until().ifPresent(moment -> text.append(" and c.started < :until"));
        query.person().ifPresent(person -> text.append(OWN));
        if (!visible.all()) {
            text.append(VISIBLE);
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
                asked.setParameter("own", visible.own().map(PersonId::value).orElse("-"))
                        .setParameter("departments", visible.ids());
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
        if (calls.isEmpty()) {
            return List.of();
        }
        Map<String, List<LegRecord>> legs = em
                .createQuery(
                        "select l from LegEntity l where l.portal = :portal and l.call in :calls"
                                + " order by l.call, l.position",
                        LegEntity.class)
                .setParameter("portal", portal.value())
                .setParameter("calls", calls.stream().map(CallEntity::id).toList())
                .getResultList()
                .stream()
                .collect(groupingBy(LegEntity::call, mapping(LegEntity::toRecord, toList())));
        return calls.stream()
                .map(call -> call.toRecord(legs.getOrDefault(call.id(), List.of())))
                .toList();
    }

    @Override
    public Optional<CallRecord> find(PortalId portal, CallId id) {
        return jpa.txExpr(em -> Optional.ofNullable(em.find(CallEntity.class, id.value()))
                .filter(call -> call.portal().equals(portal) && call.isEnded())
                .map(call -> full(em, portal, List.of(call)).get(0)));
    }

    /** Of all portals: whatever ended with a server, whoever's it was. */
    @Override
    public List<Unended> unended(Set<String> runs, int limit) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select c from CallEntity c where c.ended is null and c.run not in :runs order by c.id",
                        CallEntity.class)
                .setParameter("runs", runs.isEmpty() ? List.of("-") : List.copyOf(runs))
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(call -> new Unended(call.portal(), call.toRecord(List.of())))
                .toList());
    }

    @Override
    public Usage usage(PortalId portal, Instant since, Instant until) {
        return jpa.txExpr(em -> {
            List<CallEntity> calls = em.createQuery(
                            "select c from CallEntity c where c.portal = :portal and c.started >= :since and c.started < :until"
                                    + " and c.direction = :outgoing and c.ended is not null",
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
            List<String> old = em.createQuery(
                            "select c.id from CallEntity c where c.portal = :portal and c.started < :before"
                                    + " and c.ended is not null order by c.id",
                            String.class)
                    .setParameter("portal", portal.value())
                    .setParameter("before", Micros.of(before))
                    .setMaxResults(limit)
                    .getResultList();
            if (!old.isEmpty()) {
                delete(em, "LegEntity x where x.portal = :portal and x.call in :ids", portal, old);
                delete(em, "CallEntity x where x.portal = :portal and x.id in :ids", portal, old);
            }
            return old.size();
        });
    }

    private static void delete(EntityManager em, String what, PortalId portal, List<String> ids) {
        em.createQuery("delete from " + what)
                .setParameter("portal", portal.value())
                .setParameter("ids", ids)
                .executeUpdate();
    }

    @Override
    public void erase(PortalId portal, PersonId person) {
        jpa.tx(em -> {
            for (LegEntity leg : legs(em, portal, person)) {
                if (leg.isCaller()) {
                    em.find(CallEntity.class, leg.call()).eraseCaller();
                }
                leg.erase();
            }
        });
    }

    private static List<LegEntity> legs(EntityManager em, PortalId portal, PersonId person) {
        return em.createQuery(
                        "select l from LegEntity l where l.portal = :portal and l.person = :person order by l.id",
                        LegEntity.class)
                .setParameter("portal", portal.value())
                .setParameter("person", person.value())
                .getResultList();
    }

    @Override
    public void erase(PortalId portal) {
        jpa.tx(em -> List.of("LegEntity", "CallEntity")
                .forEach(entity -> em.createQuery("delete from " + entity + " x where x.portal = :portal")
                        .setParameter("portal", portal.value())
                        .executeUpdate()));
    }
}
