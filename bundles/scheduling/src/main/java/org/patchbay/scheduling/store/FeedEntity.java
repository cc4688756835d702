package org.patchbay.scheduling.store;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import org.patchbay.api.Ids;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;

@Entity
@Table(name = "CALENDAR_FEED")
@NullUnmarked // JPA fills the fields
class FeedEntity {

    @Id
    private String id;

    @Column(nullable = false, updatable = false)
    private String portal;

    @Column(nullable = false, updatable = false)
    private String person;

    @Column(name = "SECRET_HASH", nullable = false, updatable = false)
    private String secretHash;

    @Column(nullable = false, updatable = false)
    private long created;

    protected FeedEntity() {}

    static FeedEntity of(PortalId portal, PersonId person, String secretHash, Instant created) {
        var entity = new FeedEntity();
        entity.id = Ids.next();
        entity.portal = portal.value();
        entity.person = person.value();
        entity.secretHash = secretHash;
        entity.created = Micros.of(created);
        return entity;
    }

    PersonId person() {
        return new PersonId(person);
    }

    Instant created() {
        return Micros.toInstant(created);
    }
}
