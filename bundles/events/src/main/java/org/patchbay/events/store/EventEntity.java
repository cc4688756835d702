package org.patchbay.events.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import org.patchbay.api.PortalId;
import org.patchbay.api.events.Event;

@Entity
@Table(name = "EVENT")
@NullUnmarked // JPA fills the fields
class EventEntity {

    @Id
    private String id;

    @Column(nullable = false, updatable = false)
    private long place;

    @Column(nullable = false, updatable = false)
    private String portal;

    @Column(name = "SEQ", updatable = false)
    private Long sequence;

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

    protected EventEntity() {}

    static EventEntity of(Event event, long place) {
        EventEntity entity = new EventEntity();
        entity.id = event.id();
        entity.place = place;
        entity.portal = event.portal().value();
        entity.sequence = event.sequence();
        entity.source = event.source();
        entity.type = event.type();
        entity.subject = event.subject();
        entity.happened = micros(event.time());
        entity.causation = event.causationId().orElse(null);
        entity.data = event.data();
        return entity;
    }

    static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    Event toEvent() {
        return new Event(
                id,
                source,
                type,
                new PortalId(portal),
                subject,
                Instant.EPOCH.plus(happened, ChronoUnit.MICROS),
                Optional.ofNullable(causation),
                sequence,
                data);
    }
}
