package org.patchbay.events.store;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.persistence.TypedQuery;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.events.Event;
import org.patchbay.api.events.EventFilter;
import org.patchbay.api.store.UnitOfWork;

@Component(service = JpaEventJournal.class)
public final class JpaEventJournal implements EventJournal {

    private final JpaTemplate jpa;
    private final Unwritten unwritten;

    @Activate
    public JpaEventJournal(
            @Reference(target = "(osgi.unit.name=events)") JpaTemplate jpa, @Reference UnitOfWork unitOfWork) {
        this.jpa = jpa;
        this.unwritten = new Unwritten(jpa, unitOfWork, new Places(Clock.systemUTC()));
    }

    @Override
    public void add(Event event) {
        jpa.tx(em -> unwritten.add(em, event));
    }

    @Override
    public List<Event> number(int most) {
        return jpa.txExpr(em -> toEvents(new Numbering(em).number(most)));
    }

    /**
     * Derby may show a row of a batch that was numbered in this moment without those before it; the next look has them.
     * A gap that is there twice is what retention has deleted.
     */
    @Override
    public List<Event> after(PortalId portal, long sequence, int most) {
        List<Event> events = read(portal, sequence, most);
        if (!events.isEmpty() && events.get(0).sequence() > sequence + 1) {
            events = read(portal, sequence, most);
        }
        return withoutGap(events);
    }

    private static List<Event> withoutGap(List<Event> events) {
        for (int i = 1; i < events.size(); i++) {
            if (events.get(i).sequence() > events.get(i - 1).sequence() + 1) {
                return events.subList(0, i);
            }
        }
        return events;
    }

    private List<Event> read(PortalId portal, long sequence, int most) {
        return jpa.txExpr(em -> toEvents(em.createQuery(
                        "select e from EventEntity e where e.portal = :portal and e.sequence > :sequence"
                                + " order by e.sequence",
                        EventEntity.class)
                .setParameter("portal", portal.value())
                .setParameter("sequence", sequence)
                .setMaxResults(most)
                .getResultList()));
    }

    @Override
    public List<Event> before(PortalId portal, long sequence, EventFilter filter, int most) {
        StringBuilder text =
                new StringBuilder("select e from EventEntity e where e.portal = :portal and e.sequence < :sequence");
        Map<String, String> wanted = new HashMap<>();
        filter.subject().ifPresent(subject -> {
            text.append(" and e.subject = :subject");
            wanted.put("subject", subject);
        });
        filter.type().ifPresent(type -> {
            text.append(filter.typePrefix().isPresent() ? " and e.type like :type" : " and e.type = :type");
            wanted.put("type", filter.typePrefix().map(prefix -> prefix + "%").orElse(type));
        });
        text.append(" order by e.sequence desc");
        return jpa.txExpr(em -> {
            TypedQuery<EventEntity> query = em.createQuery(text.toString(), EventEntity.class)
                    .setParameter("portal", portal.value())
                    .setParameter("sequence", sequence);
            wanted.forEach(query::setParameter);
            return toEvents(query.setMaxResults(most).getResultList());
        });
    }

    @Override
    public Optional<Event> find(PortalId portal, String id) {
        return jpa.txExpr(em -> em
                .createQuery("select e from EventEntity e where e.portal = :portal and e.id = :id", EventEntity.class)
                .setParameter("portal", portal.value())
                .setParameter("id", id)
                .getResultList()
                .stream()
                .map(EventEntity::toEvent)
                .findFirst());
    }

    @Override
    public Map<PortalId, Long> heads() {
        Map<PortalId, Long> heads = new HashMap<>();
        jpa.tx(em -> em.createQuery("select c from CounterEntity c", CounterEntity.class)
                .getResultList()
                .forEach(counter -> heads.put(new PortalId(counter.portal()), counter.last())));
        return heads;
    }

    @Override
    public int trim(PortalId portal, long upTo, int most) {
        return jpa.txExpr(em -> {
            Long oldest = em.createQuery(
                            "select min(e.sequence) from EventEntity e where e.portal = :portal", Long.class)
                    .setParameter("portal", portal.value())
                    .getSingleResult();
            if (oldest == null || oldest > upTo) {
                return 0;
            }
            return em.createQuery("delete from EventEntity e where e.portal = :portal and e.sequence <= :last")
                    .setParameter("portal", portal.value())
                    .setParameter("last", Math.min(upTo, oldest + most - 1))
                    .executeUpdate();
        });
    }

    @Override
    public long lastBefore(PortalId portal, Instant time) {
        return jpa.txExpr(em -> {
            Long last = em.createQuery(
                            "select max(e.sequence) from EventEntity e where e.portal = :portal"
                                    + " and e.happened < :time",
                            Long.class)
                    .setParameter("portal", portal.value())
                    .setParameter("time", EventEntity.micros(time))
                    .getSingleResult();
            return last == null ? 0L : last;
        });
    }

    @Override
    public void erase(PortalId portal) {
        jpa.tx(em -> {
            for (String entity : List.of("WaitingEntity", "EventEntity", "CounterEntity")) {
                em.createQuery("delete from " + entity + " e where e.portal = :portal")
                        .setParameter("portal", portal.value())
                        .executeUpdate();
            }
        });
    }

    private static List<Event> toEvents(List<EventEntity> entities) {
        return entities.stream().map(EventEntity::toEvent).toList();
    }
}
