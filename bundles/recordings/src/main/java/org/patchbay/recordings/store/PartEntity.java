package org.patchbay.recordings.store;

import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import org.patchbay.api.PortalId;
import org.patchbay.api.recordings.RecordingId;
import org.patchbay.api.recordings.RecordingPart;

@Entity
@Table(name = "RECORDING_PART")
@NullUnmarked // JPA fills the fields
class PartEntity {

    @Id
    private String id;

    @Column(nullable = false, updatable = false)
    private String portal;

    @Column(nullable = false, updatable = false)
    private String recording;

    @Column(name = "PART_NUMBER", nullable = false, updatable = false)
    private int number;

    @Column(nullable = false, updatable = false)
    private String kind;

    @Column(name = "MEDIA_TYPE", nullable = false, updatable = false)
    private String mediaType;

    private String name;

    private String person;

    @Column(name = "START_MILLIS", nullable = false, updatable = false)
    private long startMillis;

    @Column(name = "DURATION_MILLIS", nullable = false, updatable = false)
    private long durationMillis;

    @Column(name = "PART_BYTES", nullable = false, updatable = false)
    private long bytes;

    protected PartEntity() {}

    static PartEntity of(PortalId portal, RecordingId recording, RecordingPart part) {
        var entity = new PartEntity();
        entity.id = recording + "/" + part.number();
        entity.portal = portal.value();
        entity.recording = recording.value();
        entity.number = part.number();
        entity.kind = part.kind().name();
        entity.mediaType = part.mediaType();
        entity.name = part.name().orElse(null);
        entity.person = part.person().orElse(null);
        entity.startMillis = part.startMillis();
        entity.durationMillis = part.durationMillis();
        entity.bytes = part.bytes();
        return entity;
    }

    String recording() {
        return recording;
    }

    RecordingPart toPart() {
        return new RecordingPart(
                number,
                RecordingPart.Kind.valueOf(kind),
                mediaType,
                Optional.ofNullable(name),
                Optional.ofNullable(person),
                startMillis,
                durationMillis,
                bytes);
    }
}
