package org.patchbay.voicemail.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import org.patchbay.api.PortalId;
import org.patchbay.voicemail.box.VoiceMessage;

@Entity
@Table(name = "VOICE_MESSAGE")
@NullUnmarked // JPA fills the fields
class MessageEntity {

    @Id
    private String id;

    @Column(nullable = false, updatable = false)
    private String portal;

    @Column(nullable = false, updatable = false)
    private String extension;

    @Column(nullable = false, updatable = false)
    private String caller;

    @Column(name = "CALLER_NAME", nullable = false, updatable = false)
    private String callerName;

    @Column(nullable = false, updatable = false)
    private long received;

    @Column(name = "LENGTH_MILLIS", nullable = false, updatable = false)
    private long millis;

    @Column(name = "SOUND_BYTES", nullable = false, updatable = false)
    private long bytes;

    private Long heard;

    @Column(name = "MAIL")
    private String mail;

    protected MessageEntity() {}

    static MessageEntity of(PortalId portal, VoiceMessage message) {
        var entity = new MessageEntity();
        entity.id = message.id();
        entity.portal = portal.value();
        entity.extension = message.extension();
        entity.caller = message.caller();
        entity.callerName = message.callerName();
        entity.received = micros(message.received());
        entity.millis = message.millis();
        entity.bytes = message.bytes();
        entity.heard = message.heard().map(MessageEntity::micros).orElse(null);
        return entity;
    }

    void mailed(String with) {
        mail = with;
    }

    void heard(Optional<Instant> when) {
        heard = when.map(MessageEntity::micros).orElse(null);
    }

    VoiceMessage toMessage() {
        return new VoiceMessage(
                id,
                extension,
                caller,
                callerName,
                instant(received),
                millis,
                bytes,
                Optional.ofNullable(heard).map(MessageEntity::instant));
    }

    static long micros(Instant moment) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
    }

    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
