package org.patchbay.meetings.store;

import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import org.patchbay.meetings.server.ServerNote;

@Entity
@Table(name = "MEDIA_SERVER_NOTE")
@NullUnmarked // JPA fills the fields
class ServerNoteEntity {

    @Id
    private String server;

    @Column(nullable = false)
    private int draining;

    @Column(nullable = false)
    private int drained;

    @Column(name = "DOWN_SINCE")
    private Long downSince;

    private Long told;

    protected ServerNoteEntity() {}

    static ServerNoteEntity of(ServerNote note) {
        var entity = new ServerNoteEntity();
        entity.server = note.server();
        entity.write(note);
        return entity;
    }

    void write(ServerNote note) {
        draining = note.draining() ? 1 : 0;
        drained = note.drained() ? 1 : 0;
        downSince = note.downSince().map(Micros::of).orElse(null);
        told = note.told().map(Micros::of).orElse(null);
    }

    ServerNote toNote() {
        return new ServerNote(
                server,
                draining != 0,
                drained != 0,
                Optional.ofNullable(downSince).map(Micros::toInstant),
                Optional.ofNullable(told).map(Micros::toInstant));
    }
}
