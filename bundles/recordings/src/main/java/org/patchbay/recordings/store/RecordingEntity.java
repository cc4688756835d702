package org.patchbay.recordings.store;

import java.util.List;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.recordings.Recording;
import org.patchbay.api.recordings.RecordingId;
import org.patchbay.api.recordings.RecordingPart;

@Entity
@Table(name = "RECORDING")
@NullUnmarked // JPA fills the fields
class RecordingEntity {

    @Id
    private String id;

    @Column(nullable = false, updatable = false)
    private String portal;

    @Column(nullable = false, updatable = false)
    private String meeting;

    @Column(nullable = false)
    private String title;

    @Column(name = "OWNER_ID", nullable = false, updatable = false)
    private String owner;

    @Column(name = "OWNER_NAME", nullable = false, updatable = false)
    private String ownerName;

    @Column(nullable = false, updatable = false)
    private long started;

    private Long ended;

    @Column(nullable = false)
    private String state;

    private String cut;

    private String filmless;

    @Column(nullable = false)
    private long reserved;

    @Column(name = "LINK_HASH")
    private String linkHash;

    @Column(name = "LINK_CREATED")
    private Long linkCreated;

    @Column(name = "LINK_EXPIRES")
    private Long linkExpires;

    protected RecordingEntity() {}

    static RecordingEntity of(PortalId portal, StoredRecording recording) {
        var entity = new RecordingEntity();
        entity.id = recording.id().value();
        entity.portal = portal.value();
        entity.meeting = recording.meeting();
        entity.owner = recording.owner().value();
        entity.ownerName = recording.ownerName();
        entity.started = Micros.of(recording.started());
        entity.become(recording);
        return entity;
    }

    /** Takes what can change. */
    void become(StoredRecording recording) {
        title = recording.title();
        ended = recording.ended().map(Micros::of).orElse(null);
        state = recording.state().name();
        cut = recording.cut().map(Enum::name).orElse(null);
        filmless = recording.filmless().map(Enum::name).orElse(null);
        reserved = recording.reserved();
        linkHash = recording.link().map(StoredRecording.Link::hash).orElse(null);
        linkCreated = recording.link().map(link -> Micros.of(link.created())).orElse(null);
        linkExpires = recording.link().map(link -> Micros.of(link.expires())).orElse(null);
    }

    String id() {
        return id;
    }

    PortalId portal() {
        return new PortalId(portal);
    }

    StoredRecording toRecording(List<RecordingPart> parts) {
        return new StoredRecording(
                new RecordingId(id),
                meeting,
                title,
                new PersonId(owner),
                ownerName,
                Micros.toInstant(started),
                Optional.ofNullable(ended).map(Micros::toInstant),
                Recording.State.valueOf(state),
                Optional.ofNullable(cut).map(Recording.Cut::valueOf),
                Optional.ofNullable(filmless).map(Recording.Filmless::valueOf),
                reserved,
                Optional.ofNullable(linkHash)
                        .map(hash -> new StoredRecording.Link(
                                hash, Micros.toInstant(linkCreated), Micros.toInstant(linkExpires))),
                parts);
    }
}
