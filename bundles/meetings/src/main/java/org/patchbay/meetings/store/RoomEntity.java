package org.patchbay.meetings.store;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Lob;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import org.patchbay.api.PortalId;

@Entity
@Table(name = "MEETING_ROOM")
@NullUnmarked // JPA fills the fields
class RoomEntity {

    @Id
    private String meeting;

    @Column(nullable = false, updatable = false)
    private String portal;

    @Lob
    @Column(nullable = false)
    private String memory;

    protected RoomEntity() {}

    static RoomEntity of(PortalId portal, String meeting, String memory) {
        var entity = new RoomEntity();
        entity.meeting = meeting;
        entity.portal = portal.value();
        entity.memory = memory;
        return entity;
    }

    String memory() {
        return memory;
    }

    void remember(String changed) {
        memory = changed;
    }
}
