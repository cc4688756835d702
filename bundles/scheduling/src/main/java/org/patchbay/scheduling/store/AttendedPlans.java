package org.patchbay.scheduling.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;

/** The query for what somebody attends. */
final class AttendedPlans {

    private static final String ATTENDED = " and p.state = 'PLANNED' and (p.organizer = :person or p.id in"
            + " (select t.plan from TicketEntity t where t.portal = :portal and t.person = :person"
            + " and t.answer <> 'DECLINED'))";
    private static final int AT_ONCE = 200;

    private final EntityManager em;
    private final PortalId portal;
    private final PersonId person;

    AttendedPlans(EntityManager em, PortalId portal, PersonId person) {
        this.em = em;
        this.portal = portal;
        this.person = person;
    }

    /** As {@link PlanStore#attended} has it; moments are microseconds. */
    List<StoredPlan> read(long since, long now, int limit) {
        List<StoredPlan> ahead = ahead(now, limit);
        return ahead.size() == limit
                ? ahead
                : Stream.concat(ahead.stream(), over(since, now, limit - ahead.size()).stream())
                        .toList();
    }

    private List<StoredPlan> ahead(long now, int limit) {
        List<String> ids = bound(em.createQuery(
                        "select s.plan, min(s.starts) as begins from SlotEntity s, PlanEntity p"
                                + " where s.portal = :portal and s.ends > :now and p.id = s.plan" + ATTENDED
                                + " group by s.plan order by begins, s.plan",
                        Object[].class))
                .setParameter("now", now)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(row -> (String) row[0])
                .toList();
        Map<String, StoredPlan> found = new HashMap<>();
        for (int first = 0; first < ids.size(); first += AT_ONCE) {
            em
                    .createQuery(
                            "select p from PlanEntity p where p.portal = :portal and p.id in (:ids)", PlanEntity.class)
                    .setParameter("portal", portal.value())
                    .setParameter("ids", new ArrayList<>(ids.subList(first, Math.min(first + AT_ONCE, ids.size()))))
                    .getResultList()
                    .stream()
                    .map(PlanEntity::toPlan)
                    .forEach(plan -> found.put(plan.meeting().id(), plan));
        }
        return ids.stream().flatMap(id -> Stream.ofNullable(found.get(id))).toList();
    }

    private List<StoredPlan> over(long since, long now, int limit) {
        return bound(em.createQuery(
                        "select p from PlanEntity p where p.portal = :portal and p.lastEnd > :since and p.lastEnd <= :now"
                                + ATTENDED + " order by p.lastEnd desc, p.id",
                        PlanEntity.class))
                .setParameter("since", since)
                .setParameter("now", now)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(PlanEntity::toPlan)
                .toList();
    }

    private <T> TypedQuery<T> bound(TypedQuery<T> query) {
        return query.setParameter("portal", portal.value()).setParameter("person", person.value());
    }
}
