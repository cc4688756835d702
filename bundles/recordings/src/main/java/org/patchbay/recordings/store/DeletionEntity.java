package org.patchbay.recordings.store;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import org.patchbay.api.PortalId;
import org.patchbay.api.recordings.RecordingId;

@Entity
@Table(name = "RECORDING_DELETION")
@NullUnmarked // JPA fills the fields
class DeletionEntity {

    @Id
    private String id;

    @Column(nullable = false, updatable = false)
    private String portal;

    @Column(nullable = false, updatable = false)
    private String recording;

    @Column(name = "FILE_NAME", nullable = false, updatable = false)
    private String file;

    @Column(nullable = false)
    private int tries;

    @Column(nullable = false)
    private long due;

    protected DeletionEntity() {}

    static String id(RecordingId recording, String file) {
        return recording + "/" + file;
    }

    static DeletionEntity of(PortalId portal, RecordingId recording, String file) {
        var entity = new DeletionEntity();
        entity.id = id(recording, file);
        entity.portal = portal.value();
        entity.recording = recording.value();
        entity.file = file;
        return entity;
    }

    void due(int after, Instant moment) {
        tries = after;
        due = Micros.of(moment);
    }

    boolean isOf(PortalId other) {
        return portal.equals(other.value());
    }

    Deletion toDeletion() {
        return new Deletion(new PortalId(portal), new RecordingId(recording), file, tries);
    }
}
