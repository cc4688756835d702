package org.patchbay.events.store;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;

@Entity
@Table(name = "EVENT_COUNTER")
@NullUnmarked // JPA fills the fields
class CounterEntity {

    @Id
    private String portal;

    @Column(name = "SEQ", nullable = false)
    private long sequence;

    protected CounterEntity() {}

    static CounterEntity of(String portal) {
        CounterEntity entity = new CounterEntity();
        entity.portal = portal;
        return entity;
    }

    String portal() {
        return portal;
    }

    long last() {
        return sequence;
    }

    long next() {
        sequence++;
        return sequence;
    }
}
