package org.patchbay.events.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import javax.persistence.EntityManager;
import javax.persistence.PersistenceException;
import org.apache.aries.jpa.template.JpaTemplate;
import org.patchbay.api.PortalId;
import org.patchbay.api.events.Event;
import org.patchbay.api.store.UnitOfWork;

/**
 * What open units of work published, to be written together just before they commit. A unit is known by its entity manager,
 * and forgotten with it. Thread-safe.
 */
final class Unwritten {

    private final JpaTemplate jpa;
    private final UnitOfWork unitOfWork;
    private final Places places;
    private final Handed handed;
    private final Map<EntityManager, Map<PortalId, List<Event>>> units =
            Collections.synchronizedMap(new WeakHashMap<>());

    Unwritten(JpaTemplate jpa, UnitOfWork unitOfWork, Places places, Handed handed) {
        this.jpa = jpa;
        this.unitOfWork = unitOfWork;
        this.places = places;
        this.handed = handed;
    }

    /** Within a unit of work. */
    void add(EntityManager unit, Event event) {
        units.computeIfAbsent(unit, this::begin)
                .computeIfAbsent(event.portal(), portal -> new ArrayList<>())
                .add(event);
    }

    private Map<PortalId, List<Event>> begin(EntityManager unit) {
        unitOfWork.beforeCommit(() -> jpa.tx(this::write));
        return new LinkedHashMap<>();
    }

    /** What is published later by another action before the commit begins anew. */
    private void write(EntityManager unit) {
        Map<PortalId, List<Event>> published = units.remove(unit);
        if (published != null) {
            published.values().forEach(events -> write(unit, events));
        }
    }

    private void write(EntityManager unit, List<Event> events) {
        try (Connection connection = unit.unwrap(Connection.class)) {
            var rows = new WaitingRows(connection);
            for (int from = 0; from < events.size(); from += EventRow.MOST) {
                List<Event> together = events.subList(from, Math.min(from + EventRow.MOST, events.size()));
                Waiting published = Waiting.of(together, places.next());
                rows.add(published);
                handed.add(published);
            }
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }
}
