package org.patchbay.voicemail.store;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import org.patchbay.api.PortalId;
import org.patchbay.voicemail.box.Dictation;

@Entity
@Table(name = "VOICE_DICTATION")
@NullUnmarked // JPA fills the fields
class DictationEntity {

    @Id
    private String id;

    @Column(nullable = false, updatable = false)
    private String portal;

    @Column(nullable = false, updatable = false)
    private String extension;

    @Column(nullable = false)
    private String title;

    @Column(name = "SPOKEN_AT", nullable = false, updatable = false)
    private String number;

    @Column(nullable = false, updatable = false)
    private long recorded;

    @Column(name = "LENGTH_MILLIS", nullable = false, updatable = false)
    private long millis;

    @Column(name = "SOUND_BYTES", nullable = false, updatable = false)
    private long bytes;

    protected DictationEntity() {}

    static DictationEntity of(PortalId portal, Dictation dictation) {
        var entity = new DictationEntity();
        entity.id = dictation.id();
        entity.portal = portal.value();
        entity.extension = dictation.extension();
        entity.title = dictation.name();
        entity.number = dictation.number();
        entity.recorded = MessageEntity.micros(dictation.recorded());
        entity.millis = dictation.millis();
        entity.bytes = dictation.bytes();
        return entity;
    }

    void rename(String name) {
        title = name;
    }

    Dictation toDictation() {
        return new Dictation(id, extension, title, number, MessageEntity.instant(recorded), millis, bytes);
    }
}
