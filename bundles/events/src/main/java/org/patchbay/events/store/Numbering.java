package org.patchbay.events.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.persistence.EntityManager;

/** Numbers waiting events in the order of their places, within one unit of work. */
final class Numbering {

    private static final String WAITING = " from EventEntity e where e.sequence is null";

    private final EntityManager em;
    private final Map<String, CounterEntity> counters = new HashMap<>();

    Numbering(EntityManager em) {
        this.em = em;
    }

    List<EventEntity> number(int most) {
        List<EventEntity> waiting = em.createQuery("select e" + WAITING + " order by e.place", EventEntity.class)
                .setMaxResults(most)
                .getResultList();
        if (waiting.isEmpty()) {
            return waiting;
        }
        List<EventEntity> complete = withPredecessors(waiting);
        for (EventEntity event : complete) {
            event.number(counters.computeIfAbsent(event.portal(), this::counter).next());
        }
        return complete;
    }

    /**
     * Derby reads row by row: while it waits for one row, others are committed behind it, which it misses, and ahead of
     * it, which it sees, though these may follow from those. What was committed before a row that was seen is there for
     * the next look, so looking until nothing more comes finds every predecessor.
     */
    private List<EventEntity> withPredecessors(List<EventEntity> seen) {
        long last = seen.get(seen.size() - 1).place();
        List<EventEntity> waiting = seen;
        while (count(last) > waiting.size()) {
            waiting = em.createQuery("select e" + WAITING + " and e.place <= :last order by e.place", EventEntity.class)
                    .setParameter("last", last)
                    .getResultList();
        }
        return waiting;
    }

    private long count(long last) {
        return em.createQuery("select count(e)" + WAITING + " and e.place <= :last", Long.class)
                .setParameter("last", last)
                .getSingleResult();
    }

    private CounterEntity counter(String portal) {
        CounterEntity counter = em.find(CounterEntity.class, portal);
        if (counter == null) {
            counter = CounterEntity.of(portal);
            em.persist(counter);
        }
        return counter;
    }
}
