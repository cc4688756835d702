package org.patchbay.recordings.store;

import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import org.patchbay.api.PortalId;
import org.patchbay.api.recordings.LedgerEntry;
import org.patchbay.api.recordings.RecordingId;

@Entity
@Table(name = "RECORDING_LEDGER")
@NullUnmarked // JPA fills the fields
class LedgerEntity {

    @Id
    private String id;

    @Column(nullable = false, updatable = false)
    private String portal;

    @Column(nullable = false, updatable = false)
    private String recording;

    @Column(name = "AT_MICROS", nullable = false, updatable = false)
    private long at;

    @Column(nullable = false, updatable = false)
    private String act;

    private String person;

    private String name;

    @Column(name = "PART_NUMBER", updatable = false)
    private Integer part;

    protected LedgerEntity() {}

    static LedgerEntity of(PortalId portal, RecordingId recording, LedgerEntry entry) {
        var entity = new LedgerEntity();
        entity.id = entry.id();
        entity.portal = portal.value();
        entity.recording = recording.value();
        entity.at = Micros.of(entry.at());
        entity.act = entry.act().name();
        entity.person = entry.person().orElse(null);
        entity.name = entry.name().orElse(null);
        entity.part = entry.part().orElse(null);
        return entity;
    }

    LedgerEntry toEntry() {
        return new LedgerEntry(
                id,
                Micros.toInstant(at),
                LedgerEntry.Act.valueOf(act),
                Optional.ofNullable(person),
                Optional.ofNullable(name),
                Optional.ofNullable(part));
    }
}
