package org.patchbay.events.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Lob;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import org.patchbay.api.PortalId;
import org.patchbay.api.events.Event;

/** The events of a portal that one unit of work published and that wait for their numbers. */
@Entity
@Table(name = "EVENT_UNNUMBERED")
@NullUnmarked // JPA fills the fields
class WaitingEntity {

    private static final int DIGITS = 19;

    /** In the order of publishing. */
    @Id
    private String place;

    @Column(name = "EVENT_ID", nullable = false, updatable = false)
    private String event;

    @Column(nullable = false, updatable = false)
    private String portal;

    @Column(nullable = false, updatable = false)
    private String source;

    @Column(nullable = false, updatable = false)
    private String type;

    @Column(nullable = false, updatable = false)
    private String subject;

    @Column(nullable = false, updatable = false)
    private long happened;

    @Column(updatable = false)
    private String causation;

    @Column(nullable = false, updatable = false)
    private String data;

    /** Those after the first. */
    @Lob
    @Column(updatable = false)
    private String more;

    protected WaitingEntity() {}

    static WaitingEntity of(List<Event> events, long place) {
        Event event = events.get(0);
        WaitingEntity entity = new WaitingEntity();
        entity.place = String.format(Locale.ROOT, "%0" + DIGITS + "d/%s", place, event.id());
        entity.event = event.id();
        entity.portal = event.portal().value();
        entity.source = event.source();
        entity.type = event.type();
        entity.subject = event.subject();
        entity.happened = EventEntity.micros(event.time());
        entity.causation = event.causationId().orElse(null);
        entity.data = event.data();
        entity.more = events.size() == 1 ? null : MoreEvents.write(events.subList(1, events.size()));
        return entity;
    }

    String portal() {
        return portal;
    }

    String place() {
        return place;
    }

    /** With their numbers, in order. */
    List<EventEntity> numbered(LongSupplier numbers) {
        long published = Long.parseLong(place.substring(0, DIGITS));
        List<EventEntity> all = new ArrayList<>();
        all.add(EventEntity.of(toEvent(numbers.getAsLong()), published));
        if (more != null) {
            MoreEvents.read(more, new PortalId(portal), numbers)
                    .forEach(event -> all.add(EventEntity.of(event, published)));
        }
        return all;
    }

    private Event toEvent(long number) {
        return new Event(
                event,
                source,
                type,
                new PortalId(portal),
                subject,
                Instant.EPOCH.plus(happened, ChronoUnit.MICROS),
                Optional.ofNullable(causation),
                number,
                data);
    }
}
