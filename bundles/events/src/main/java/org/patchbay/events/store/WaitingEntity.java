package org.patchbay.events.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import org.patchbay.api.PortalId;
import org.patchbay.api.events.Event;

/** An event that waits for its number. */
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

    protected WaitingEntity() {}

    static WaitingEntity of(Event event, long place) {
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
        return entity;
    }

    String portal() {
        return portal;
    }

    String place() {
        return place;
    }

    EventEntity numbered(long number) {
        return EventEntity.of(toEvent(number), Long.parseLong(place.substring(0, DIGITS)));
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
