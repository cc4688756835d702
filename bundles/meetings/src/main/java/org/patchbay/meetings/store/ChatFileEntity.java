package org.patchbay.meetings.store;

import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Lob;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import org.patchbay.api.PortalId;

@Entity
@Table(name = "MEETING_FILE")
@NullUnmarked // JPA fills the fields
class ChatFileEntity {

    @Id
    private String id;

    @Column(nullable = false, updatable = false)
    private String portal;

    @Column(nullable = false, updatable = false)
    private String meeting;

    @Column(updatable = false)
    private String person;

    @Column(nullable = false, updatable = false)
    private String name;

    @Column(name = "FILE_SIZE", nullable = false, updatable = false)
    private long size;

    @Lob
    @Column(nullable = false, updatable = false)
    private byte[] content;

    protected ChatFileEntity() {}

    static ChatFileEntity of(PortalId portal, String meeting, ChatFile file) {
        var entity = new ChatFileEntity();
        entity.id = file.id();
        entity.portal = portal.value();
        entity.meeting = meeting;
        entity.person = file.person().orElse(null);
        entity.name = file.name();
        entity.size = file.content().length;
        entity.content = file.content();
        return entity;
    }

    ChatFile toFile() {
        return new ChatFile(id, name, Optional.ofNullable(person), content);
    }
}
