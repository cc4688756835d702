package org.patchbay.events.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import javax.persistence.PersistenceException;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Ids;
import org.patchbay.api.PortalId;
import org.patchbay.api.events.Event;
import org.patchbay.api.events.EventFilter;
import org.patchbay.api.store.UnitOfWork;

@Component(service = JpaEventJournal.class)
public final class JpaEventJournal implements EventJournal {

    private final JpaTemplate jpa;
    private final Handed handed = new Handed();
    private final Unwritten unwritten;

    @Activate
    public JpaEventJournal(
            @Reference(target = "(osgi.unit.name=events)") JpaTemplate jpa, @Reference UnitOfWork unitOfWork) {
        this.jpa = jpa;
        this.unwritten = new Unwritten(jpa, unitOfWork, new Places(Clock.systemUTC()), handed);
    }

    @Override
    public void add(Event event) {
        jpa.tx(em -> unwritten.add(em, event));
    }

    @Override
    public List<Event> number(int most) {
        return on(connection -> new Numbering(connection, handed).number(most));
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
        return on(connection -> new EventRows(connection).after(portal, sequence, most)).stream()
                .flatMap(row -> row.events().stream())
                .filter(event -> event.sequence() > sequence)
                .toList();
    }

    @Override
    public List<Event> before(PortalId portal, long sequence, EventFilter filter, int most) {
        return on(connection -> new PastEvents(connection, portal, filter).before(sequence, most));
    }

    @Override
    public Optional<Event> find(PortalId portal, String id) {
        OptionalLong moment = Ids.moment(id);
        return moment.isEmpty()
                ? Optional.empty()
                : on(connection -> new EventRows(connection).find(portal, id, Micros.ofMillis(moment.getAsLong())));
    }

    @Override
    public Map<PortalId, Long> heads() {
        return on(connection -> new Counters(connection).all());
    }

    @Override
    public int trim(PortalId portal, long upTo, int most) {
        return on(connection -> {
            EventRows rows = new EventRows(connection);
            List<EventRow> oldest = rows.oldest(portal, upTo, most);
            if (oldest.isEmpty()) {
                return 0;
            }
            rows.delete(portal, oldest.get(oldest.size() - 1).last());
            new EventMarks(connection).delete(portal, oldest);
            return oldest.stream().mapToInt(EventRow::size).sum();
        });
    }

    @Override
    public long lastBefore(PortalId portal, Instant time) {
        return on(connection -> new EventRows(connection).lastBefore(portal, Micros.of(time)))
                .flatMap(row -> row.events().stream()
                        .filter(event -> event.time().isBefore(time))
                        .reduce((earlier, later) -> later))
                .map(Event::sequence)
                .orElse(0L);
    }

    @Override
    public void erase(PortalId portal) {
        on(connection -> {
            for (String table : List.of("EVENT_UNNUMBERED", "EVENT", "EVENT_MARK", "EVENT_COUNTER")) {
                try (PreparedStatement delete =
                        connection.prepareStatement("delete from " + table + " where PORTAL = ?")) {
                    delete.setString(1, portal.value());
                    delete.executeUpdate();
                }
            }
            return Boolean.TRUE;
        });
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private <T> T on(Work<T> work) {
        return jpa.txExpr(em -> {
            try (Connection connection = em.unwrap(Connection.class)) {
                return work.on(connection);
            } catch (SQLException e) {
                throw new PersistenceException(e);
            }
        });
    }
}
