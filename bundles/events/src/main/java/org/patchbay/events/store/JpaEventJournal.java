package org.patchbay.events.store;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.events.Event;
import org.patchbay.api.events.EventFilter;

@Component(service = EventJournal.class)
public final class JpaEventJournal implements EventJournal {

    private final JpaTemplate jpa;

    @Activate
    public JpaEventJournal(@Reference(target = "(osgi.unit.name=events)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    @Override
    public void add(Event event) {
        jpa.tx(em -> em.persist(EventEntity.of(event)));
    }

    @Override
    public List<Event> number(int most) {
        return jpa.txExpr(em -> {
            List<EventEntity> waiting = em.createQuery(
                            "select e from EventEntity e where e.sequence is null order by e.place", EventEntity.class)
                    .setMaxResults(most)
                    .getResultList();
            Map<String, CounterEntity> counters = new HashMap<>();
            for (EventEntity event : waiting) {
                event.number(counters.computeIfAbsent(event.portal(), portal -> counter(em, portal))
                        .next());
            }
            return toEvents(waiting);
        });
    }

    private static CounterEntity counter(EntityManager em, String portal) {
        CounterEntity counter = em.find(CounterEntity.class, portal);
        if (counter == null) {
            counter = CounterEntity.of(portal);
            em.persist(counter);
        }
        return counter;
    }

    @Override
    public List<Event> after(PortalId portal, long sequence, int most) {
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
                .createQuery(
                        "select e from EventEntity e where e.portal = :portal and e.id = :id"
                                + " and e.sequence is not null",
                        EventEntity.class)
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
            for (String entity : List.of("EventEntity", "CounterEntity")) {
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
