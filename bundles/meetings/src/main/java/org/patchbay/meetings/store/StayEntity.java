package org.patchbay.meetings.store;

import java.time.Instant;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import org.patchbay.api.PortalId;

@Entity
@Table(name = "MEETING_STAY")
@NullUnmarked // JPA fills the fields
class StayEntity {

    @Id
    private String id;

    @Column(nullable = false, updatable = false)
    private String portal;

    @Column(nullable = false, updatable = false)
    private String meeting;

    @Column(nullable = false)
    private String name;

    private String person;

    private String email;

    @Column(nullable = false, updatable = false)
    private long joined;

    @Column(name = "LEFT_AT")
    private Long left;

    protected StayEntity() {}

    static StayEntity of(PortalId portal, Stay stay) {
        var entity = new StayEntity();
        entity.id = stay.id();
        entity.portal = portal.value();
        entity.meeting = stay.meeting();
        entity.name = stay.name();
        entity.person = stay.person().orElse(null);
        entity.email = stay.email().orElse(null);
        entity.joined = Micros.of(stay.joined());
        entity.left = stay.left().map(Micros::of).orElse(null);
        return entity;
    }

    Stay toStay() {
        return new Stay(
                id,
                meeting,
                name,
                Optional.ofNullable(person),
                Optional.ofNullable(email),
                Micros.toInstant(joined),
                Optional.ofNullable(left).map(Micros::toInstant));
    }

    void rename(String other) {
        name = other;
    }

    void leave(Instant at) {
        if (left == null) {
            left = Micros.of(at);
        }
    }
}
