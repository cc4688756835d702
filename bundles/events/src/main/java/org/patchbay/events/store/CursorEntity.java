package org.patchbay.events.store;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;

@Entity
@Table(name = "EVENT_CURSOR")
@NullUnmarked // JPA fills the fields
class CursorEntity {

    @Id
    private String id;

    @Column(nullable = false, updatable = false)
    private String subscriber;

    @Column(nullable = false, updatable = false)
    private String portal;

    @Column(name = "SEQ", nullable = false)
    private long sequence;

    protected CursorEntity() {}

    static CursorEntity of(String subscriber, String portal, long sequence) {
        CursorEntity entity = new CursorEntity();
        entity.id = id(subscriber, portal);
        entity.subscriber = subscriber;
        entity.portal = portal;
        entity.sequence = sequence;
        return entity;
    }

    static String id(String subscriber, String portal) {
        return subscriber + "/" + portal;
    }

    long sequence() {
        return sequence;
    }

    void reached(long newSequence) {
        sequence = Math.max(sequence, newSequence);
    }
}
