package org.patchbay.meetings.store;

import java.time.Instant;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import org.patchbay.api.PortalId;
import org.patchbay.api.tenancy.Lobby;
import org.patchbay.api.tenancy.ScreenSharing;

@Entity
@Table(name = "MEETING")
@NullUnmarked // JPA fills the fields
class MeetingEntity {

    @Id
    private String id;

    @Column(nullable = false, updatable = false)
    private String portal;

    @Column(nullable = false)
    private String title;

    @Column(name = "CODE_HASH", nullable = false, updatable = false)
    private String codeHash;

    @Column(name = "SEALED_CODE", nullable = false, updatable = false)
    private String sealedCode;

    @Column(nullable = false, updatable = false)
    private String host;

    @Column(name = "HOST_NAME", nullable = false)
    private String hostName;

    @Column(nullable = false)
    private String video;

    @Column(nullable = false)
    private String sharing;

    @Column(name = "SEALED_PIN")
    private String sealedPin;

    @Column(nullable = false)
    private String lobby;

    @Column(nullable = false)
    private String screens;

    @Column(nullable = false, updatable = false)
    private long started;

    private Long ended;

    protected MeetingEntity() {}

    static MeetingEntity of(PortalId portal, StoredMeeting meeting) {
        var entity = new MeetingEntity();
        entity.id = meeting.id();
        entity.portal = portal.value();
        entity.title = meeting.title();
        entity.codeHash = meeting.codeHash();
        entity.sealedCode = meeting.sealedCode();
        entity.host = meeting.host();
        entity.hostName = meeting.hostName();
        entity.video = meeting.video();
        entity.sharing = meeting.sharing();
        entity.sealedPin = meeting.sealedPin().orElse(null);
        entity.lobby = meeting.lobby().name();
        entity.screens = meeting.screens().name();
        entity.started = Micros.of(meeting.started());
        entity.ended = meeting.ended().map(Micros::of).orElse(null);
        return entity;
    }

    StoredMeeting toMeeting() {
        return new StoredMeeting(
                id,
                title,
                codeHash,
                sealedCode,
                host,
                hostName,
                video,
                sharing,
                Optional.ofNullable(sealedPin),
                Lobby.valueOf(lobby),
                ScreenSharing.valueOf(screens),
                Micros.toInstant(started),
                Optional.ofNullable(ended).map(Micros::toInstant));
    }

    MeetingStore.OpenMeeting toOpenMeeting() {
        return new MeetingStore.OpenMeeting(new PortalId(portal), id);
    }

    boolean end(Instant at) {
        if (ended != null) {
            return false;
        }
        ended = Micros.of(at);
        return true;
    }
}
