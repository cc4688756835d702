package org.patchbay.audit.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Lob;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import org.patchbay.api.PortalId;
import org.patchbay.api.audit.AuditActor;

@Entity
@Table(name = "AUDIT_ENTRY")
@NullUnmarked // JPA fills the fields
class EntryEntity {

    @Id
    private String id;

    @Column(nullable = false, updatable = false)
    private String portal;

    @Column(name = "SEQ", nullable = false, updatable = false)
    private long sequence;

    @Column(nullable = false, updatable = false)
    private long happened;

    @Column(nullable = false, updatable = false)
    private String actor;

    @Column(updatable = false)
    private String person;

    @Column(name = "WHO", updatable = false)
    private String sealedName;

    @Column(name = "CAME_FROM", updatable = false)
    private String sealedAddress;

    @Column(nullable = false, updatable = false)
    private String action;

    @Column(name = "SUBJECT_KIND", nullable = false, updatable = false)
    private String subjectKind;

    @Column(name = "SUBJECT_ID", nullable = false, updatable = false)
    private String subjectId;

    @Column(updatable = false)
    private String about;

    @Lob
    @Column(name = "FIELDS_BEFORE", nullable = false, updatable = false)
    private String before;

    @Lob
    @Column(name = "FIELDS_AFTER", nullable = false, updatable = false)
    private String after;

    @Column(nullable = false, updatable = false)
    private String hash;

    protected EntryEntity() {}

    static EntryEntity of(PortalId portal, StoredEntry entry) {
        var entity = new EntryEntity();
        entity.id = entry.id();
        entity.portal = portal.value();
        entity.sequence = entry.sequence();
        entity.happened = Chain.micros(entry.time());
        entity.actor = entry.actor().name();
        entity.person = entry.person().orElse(null);
        entity.sealedName = entry.sealedName().orElse(null);
        entity.sealedAddress = entry.sealedAddress().orElse(null);
        entity.action = entry.action();
        entity.subjectKind = entry.subjectKind();
        entity.subjectId = entry.subjectId();
        entity.about = entry.about().orElse(null);
        entity.before = entry.before();
        entity.after = entry.after();
        entity.hash = entry.hash();
        return entity;
    }

    StoredEntry toEntry() {
        return new StoredEntry(
                id,
                sequence,
                Instant.EPOCH.plus(happened, ChronoUnit.MICROS),
                AuditActor.valueOf(actor),
                Optional.ofNullable(person),
                Optional.ofNullable(sealedName),
                Optional.ofNullable(sealedAddress),
                action,
                subjectKind,
                subjectId,
                Optional.ofNullable(about),
                before,
                after,
                hash);
    }
}
