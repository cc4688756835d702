package org.patchbay.events.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.persistence.EntityManager;

/** Numbers waiting events in the order of their places, within one unit of work. */
final class Numbering {

    private static final String WAITING = " from WaitingEntity w";
    private static final String UP_TO = " where w.place <= :last";

    private final EntityManager em;
    private final Map<String, CounterEntity> counters = new HashMap<>();

    Numbering(EntityManager em) {
        this.em = em;
    }

    List<EventEntity> number(int most) {
        List<WaitingEntity> waiting = em.createQuery("select w" + WAITING + " order by w.place", WaitingEntity.class)
                .setMaxResults(most)
                .getResultList();
        List<EventEntity> numbered = new ArrayList<>();
        for (WaitingEntity event : waiting.isEmpty() ? waiting : withPredecessors(waiting)) {
            CounterEntity counter = counters.computeIfAbsent(event.portal(), this::counter);
            numbered.addAll(event.numbered(counter::next));
            em.remove(event);
        }
        numbered.forEach(em::persist);
        return numbered;
    }

    /**
     * Derby reads row by row: while it waits for one row, others are committed behind it, which it misses, and ahead of
     * it, which it sees, though these may follow from those. What was committed before a row that was seen is there for
     * the next look, so looking until nothing more comes finds every predecessor.
     */
    private List<WaitingEntity> withPredecessors(List<WaitingEntity> seen) {
        String last = seen.get(seen.size() - 1).place();
        List<WaitingEntity> waiting = seen;
        while (count(last) > waiting.size()) {
            waiting = em.createQuery("select w" + WAITING + UP_TO + " order by w.place", WaitingEntity.class)
                    .setParameter("last", last)
                    .getResultList();
        }
        return waiting;
    }

    private long count(String last) {
        return em.createQuery("select count(w)" + WAITING + UP_TO, Long.class)
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
