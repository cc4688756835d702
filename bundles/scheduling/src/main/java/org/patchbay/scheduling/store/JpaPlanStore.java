package org.patchbay.scheduling.store;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import javax.persistence.TypedQuery;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.PersonId;
import org.patchbay.scheduling.time.Slot;

/** Planned meetings in the database. */
@Component
public final class JpaPlanStore implements PlanStore {

    private static final String MINE = " and (p.organizer = :person or p.id in"
            + " (select t.plan from TicketEntity t where t.portal = :portal and t.person = :person))";

    private final JpaTemplate jpa;

    @Activate
    public JpaPlanStore(@Reference(target = "(osgi.unit.name=scheduling)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    @Override
    public void insert(StoredPlan plan) {
        jpa.tx(TransactionType.Required, em -> {
            em.persist(PlanEntity.of(plan));
            em.flush();
        });
    }

    @Override
    public boolean update(StoredPlan plan, long version) {
        return jpa.txExpr(TransactionType.Required, em -> {
            Optional<PlanEntity> present =
                    locked(em, plan.meeting().portal(), plan.meeting().id()).filter(entity -> entity.isAt(version));
            present.ifPresent(entity -> entity.update(plan));
            em.flush();
            return present.isPresent();
        });
    }

    @Override
    public void schedule(PortalId portal, String plan, List<Slot> slots, int reminder, Instant notBefore) {
        jpa.tx(TransactionType.Required, em -> {
            Map<String, SlotEntity> before = em
                    .createQuery(
                            "select s from SlotEntity s where s.portal = :portal and s.plan = :plan"
                                    + " and s.remindAt is not null",
                            SlotEntity.class)
                    .setParameter("portal", portal.value())
                    .setParameter("plan", plan)
                    .getResultList()
                    .stream()
                    .collect(Collectors.toMap(SlotEntity::id, slot -> slot));
            deleteOf(em, "SlotEntity", portal, plan);
            // The rows that were there may have the same ids.
            em.clear();
            slots.stream()
                    .map(slot -> SlotEntity.of(portal, plan, slot, reminder, notBefore))
                    .forEach(slot -> em.persist(
                            reminder > 0 && before.containsKey(slot.id()) ? slot.after(before.get(slot.id())) : slot));
            em.flush();
        });
    }

    @Override
    public Optional<StoredPlan> find(PortalId portal, String id) {
        return jpa.txExpr(TransactionType.Required, em -> Optional.ofNullable(em.find(PlanEntity.class, id))
                .filter(entity -> entity.isOf(portal))
                .map(PlanEntity::toPlan));
    }

    @Override
    public Optional<StoredPlan> lock(PortalId portal, String id) {
        return jpa.txExpr(TransactionType.Required, em -> locked(em, portal, id).map(PlanEntity::toPlan));
    }

    private static Optional<PlanEntity> locked(EntityManager em, PortalId portal, String id) {
        return Optional.ofNullable(em.find(PlanEntity.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(entity -> entity.isOf(portal));
    }

    @Override
    public Optional<StoredPlan> lockByCode(PortalId portal, String codeHash) {
        return jpa.txExpr(TransactionType.Required, em -> em
                .createQuery(
                        "select p.id from PlanEntity p where p.portal = :portal and p.codeHash = :hash", String.class)
                .setParameter("portal", portal.value())
                .setParameter("hash", codeHash)
                .getResultList()
                .stream()
                .findFirst()
                .flatMap(id -> locked(em, portal, id))
                .map(PlanEntity::toPlan));
    }

    @Override
    public Page<StoredPlan> list(PortalId portal, Optional<PersonId> whose, PageRequest page) {
        List<StoredPlan> found = jpa.txExpr(TransactionType.Required, em -> {
            TypedQuery<PlanEntity> query = em.createQuery(
                    "select p from PlanEntity p where p.portal = :portal and p.id < :after"
                            + whose.map(person -> MINE).orElse("") + " order by p.id desc",
                    PlanEntity.class);
            query.setParameter("portal", portal.value())
                    .setParameter("after", page.after().orElse("z"));
            whose.ifPresent(person -> query.setParameter("person", person.value()));
            return query.setMaxResults(page.limit() + 1).getResultList().stream()
                    .map(PlanEntity::toPlan)
                    .toList();
        });
        if (found.size() <= page.limit()) {
            return new Page<>(found, Optional.empty(), OptionalLong.empty());
        }
        List<StoredPlan> items = found.subList(0, page.limit());
        String last = items.get(items.size() - 1).meeting().id();
        return new Page<>(items, Optional.of(last), OptionalLong.empty());
    }

    @Override
    public List<StoredPlan> attended(PortalId portal, PersonId person, Instant since, Instant now, int limit) {
        return jpa.txExpr(TransactionType.Required, em -> new AttendedPlans(em, portal, person)
                .read(Micros.of(since), Micros.of(now), limit));
    }

    @Override
    public Page<PlanTime> between(
            PortalId portal, Optional<PersonId> whose, Instant from, Instant until, PageRequest page) {
        Cursor after = page.after().map(Cursor::parse).orElse(Cursor.FIRST);
        return jpa.txExpr(TransactionType.Required, em -> {
            TypedQuery<SlotEntity> query = em.createQuery(
                    "select s from SlotEntity s, PlanEntity p where s.portal = :portal and s.starts < :until"
                            + " and s.ends > :from and (s.starts > :at or (s.starts = :at and s.id > :id))"
                            + " and p.id = s.plan and p.state = 'PLANNED'"
                            + whose.map(person -> MINE).orElse("") + " order by s.starts, s.id",
                    SlotEntity.class);
            query.setParameter("portal", portal.value())
                    .setParameter("from", Micros.of(from))
                    .setParameter("until", Micros.of(until))
                    .setParameter("at", after.starts())
                    .setParameter("id", after.id());
            whose.ifPresent(person -> query.setParameter("person", person.value()));
            List<SlotEntity> found = query.setMaxResults(page.limit() + 1).getResultList();
            List<SlotEntity> items = found.subList(0, Math.min(found.size(), page.limit()));
            Optional<String> next = found.size() > items.size()
                    ? Optional.of(items.get(items.size() - 1).cursor())
                    : Optional.empty();
            Map<String, ZoneId> zones = zones(em, items);
            return new Page<>(items.stream().map(slot -> slot.toTime(zones)).toList(), next, OptionalLong.empty());
        });
    }

    private static Map<String, ZoneId> zones(EntityManager em, List<SlotEntity> slots) {
        return slots.stream()
                .map(SlotEntity::plan)
                .distinct()
                .collect(Collectors.toMap(
                        plan -> plan,
                        plan -> ZoneId.of(em.find(PlanEntity.class, plan)
                                .toPlan()
                                .meeting()
                                .zone())));
    }

    @Override
    public List<Ticket> tickets(PortalId portal, String plan) {
        return jpa.txExpr(TransactionType.Required, em -> em
                .createQuery(
                        "select t from TicketEntity t where t.portal = :portal and t.plan = :plan order by t.id",
                        TicketEntity.class)
                .setParameter("portal", portal.value())
                .setParameter("plan", plan)
                .getResultList()
                .stream()
                .map(TicketEntity::toTicket)
                .toList());
    }

    @Override
    public void put(PortalId portal, String plan, Ticket ticket) {
        jpa.tx(TransactionType.Required, em -> ticket(
                        em, portal, ticket.invitee().id())
                .ifPresentOrElse(
                        entity -> entity.update(ticket), () -> em.persist(TicketEntity.of(portal, plan, ticket))));
    }

    @Override
    public void remove(PortalId portal, String ticket) {
        jpa.tx(TransactionType.Required, em -> ticket(em, portal, ticket).ifPresent(em::remove));
    }

    private static Optional<TicketEntity> ticket(EntityManager em, PortalId portal, String id) {
        return Optional.ofNullable(em.find(TicketEntity.class, id)).filter(entity -> entity.isOf(portal));
    }

    @Override
    public Optional<PlanTicket> bySecretHash(PortalId portal, String secretHash) {
        return jpa.txExpr(TransactionType.Required, em -> em
                .createQuery(
                        "select t from TicketEntity t where t.portal = :portal and t.secretHash = :hash",
                        TicketEntity.class)
                .setParameter("portal", portal.value())
                .setParameter("hash", secretHash)
                .getResultList()
                .stream()
                .findFirst()
                .map(TicketEntity::toPlanTicket));
    }

    @Override
    public List<DueReminder> due(Instant now, int limit) {
        return jpa.txExpr(TransactionType.Required, em -> em
                .createQuery(
                        "select s from SlotEntity s where s.remindAt <= :now order by s.remindAt, s.id",
                        SlotEntity.class)
                .setParameter("now", Micros.of(now))
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(SlotEntity::toReminder)
                .toList());
    }

    @Override
    public boolean reminded(DueReminder due, Instant now) {
        return jpa.txExpr(
                TransactionType.Required,
                em -> em.createQuery("update SlotEntity s set s.remindAt = null where s.portal = :portal and s.id = :id"
                                        + " and s.remindAt <= :now")
                                .setParameter("now", Micros.of(now))
                                .setParameter("portal", due.portal().value())
                                .setParameter("id", due.plan() + "/" + due.occurrence())
                                .executeUpdate()
                        == 1);
    }

    @Override
    public List<PortalId> portalsOver(Instant before) {
        return jpa.txExpr(TransactionType.Required, em -> em
                .createQuery("select distinct p.portal from PlanEntity p where p.lastEnd < :before", String.class)
                .setParameter("before", Micros.of(before))
                .getResultList()
                .stream()
                .map(PortalId::new)
                .toList());
    }

    @Override
    public List<String> over(PortalId portal, Instant before, int limit) {
        return jpa.txExpr(TransactionType.Required, em -> em.createQuery(
                        "select p.id from PlanEntity p where p.portal = :portal and p.lastEnd < :before"
                                + " order by p.lastEnd, p.id",
                        String.class)
                .setParameter("portal", portal.value())
                .setParameter("before", Micros.of(before))
                .setMaxResults(limit)
                .getResultList());
    }

    @Override
    public void delete(PortalId portal, String plan) {
        jpa.tx(TransactionType.Required, em -> {
            deleteOf(em, "SlotEntity", portal, plan);
            deleteOf(em, "TicketEntity", portal, plan);
            em.createQuery("delete from PlanEntity e where e.portal = :portal and e.id = :plan")
                    .setParameter("portal", portal.value())
                    .setParameter("plan", plan)
                    .executeUpdate();
            em.clear();
        });
    }

    private static void deleteOf(EntityManager em, String entity, PortalId portal, String plan) {
        em.createQuery("delete from " + entity + " e where e.portal = :portal and e.plan = :plan")
                .setParameter("portal", portal.value())
                .setParameter("plan", plan)
                .executeUpdate();
    }

    @Override
    public void eraseInvitations(PortalId portal, PersonId person) {
        jpa.tx(TransactionType.Required, em -> em.createQuery(
                        "delete from TicketEntity t where t.portal = :portal and t.person = :person")
                .setParameter("portal", portal.value())
                .setParameter("person", person.value())
                .executeUpdate());
    }

    @Override
    public void erase(PortalId portal) {
        jpa.tx(TransactionType.Required, em -> {
            for (String entity : List.of("SlotEntity", "TicketEntity", "PlanEntity")) {
                em.createQuery("delete from " + entity + " e where e.portal = :portal")
                        .setParameter("portal", portal.value())
                        .executeUpdate();
            }
        });
    }

    /** The place behind which a page of times goes on. */
    private record Cursor(long starts, String id) {

        private static final Cursor FIRST = new Cursor(Long.MIN_VALUE, "");

        static Cursor parse(String text) {
            int comma = text.indexOf(',');
            try {
                return new Cursor(Long.parseLong(text.substring(0, Math.max(comma, 0))), text.substring(comma + 1));
            } catch (NumberFormatException e) {
                throw Problem.INVALID.at("after", "cursor.bad", "is not a cursor of this list");
            }
        }
    }
}
