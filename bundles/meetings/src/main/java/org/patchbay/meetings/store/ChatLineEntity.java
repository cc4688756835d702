package org.patchbay.meetings.store;

import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import org.patchbay.api.PortalId;

@Entity
@Table(name = "MEETING_CHAT")
@NullUnmarked // JPA fills the fields
class ChatLineEntity {

    @Id
    private String id;

    @Column(nullable = false, updatable = false)
    private String portal;

    @Column(nullable = false, updatable = false)
    private String meeting;

    @Column(name = "POSTED", nullable = false, updatable = false)
    private long posted;

    @Column(updatable = false)
    private String participant;

    @Column(updatable = false)
    private String person;

    @Column(updatable = false)
    private String guest;

    @Column(nullable = false)
    private String name;

    @Column(nullable = false, updatable = false)
    private String hall;

    @Column(name = "CHAT_TEXT", nullable = false)
    private String text;

    @Column(name = "FILE_ID", updatable = false)
    private String fileId;

    @Column(name = "FILE_NAME", updatable = false)
    private String fileName;

    @Column(name = "FILE_SIZE", updatable = false)
    private long fileSize;

    protected ChatLineEntity() {}

    static ChatLineEntity of(PortalId portal, String meeting, ChatLine line) {
        var entity = new ChatLineEntity();
        entity.id = line.id();
        entity.portal = portal.value();
        entity.meeting = meeting;
        entity.posted = Micros.of(line.at());
        entity.participant = line.participant().orElse(null);
        entity.person = line.person().orElse(null);
        entity.guest = line.guest().orElse(null);
        entity.name = line.name();
        entity.hall = line.hall();
        entity.text = line.text();
        entity.fileId = line.file().map(ChatLine.Attachment::id).orElse(null);
        entity.fileName = line.file().map(ChatLine.Attachment::name).orElse(null);
        entity.fileSize = line.file().map(ChatLine.Attachment::size).orElse(0L);
        return entity;
    }

    ChatLine toLine() {
        return new ChatLine(
                id,
                Micros.toInstant(posted),
                Optional.ofNullable(participant),
                Optional.ofNullable(person),
                Optional.ofNullable(guest),
                name,
                hall,
                text,
                Optional.ofNullable(fileId).map(file -> new ChatLine.Attachment(file, fileName, fileSize)));
    }
}
