package org.patchbay.tenancy.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import org.patchbay.api.PortalId;
import org.patchbay.api.tenancy.Feature;
import org.patchbay.api.tenancy.Lobby;
import org.patchbay.api.tenancy.MeetingDefaults;
import org.patchbay.api.tenancy.Portal;
import org.patchbay.api.tenancy.ScreenSharing;

@Entity
@Table(name = "PORTAL")
@NullUnmarked // JPA fills the fields
class PortalEntity {

    @Id
    private String id;

    @Column(nullable = false)
    private String name;

    @Column(name = "SORT_NAME", nullable = false)
    private String sortName;

    @Column(nullable = false)
    private String host;

    @Column(nullable = false)
    private String language;

    @Column(name = "TIME_ZONE", nullable = false)
    private String zone;

    @Column(nullable = false)
    private String accent;

    @Column(name = "WEB_INTERFACE", nullable = false)
    private int webInterface;

    private String expires;

    @Column(name = "PARTICIPANT_LIMIT")
    private Integer participantLimit;

    @Column(nullable = false)
    private String profiles;

    @Column(nullable = false)
    private String features;

    private String support;

    @Column(name = "STORAGE_MEGABYTES")
    private Integer storageMegabytes;

    @Column(name = "MEETING_VIDEO", nullable = false)
    private String meetingVideo;

    @Column(name = "MEETING_SHARING", nullable = false)
    private String meetingSharing;

    @Column(name = "MEETING_LOBBY", nullable = false)
    private String meetingLobby;

    @Column(name = "MEETING_SCREENS", nullable = false)
    private String meetingScreens;

    private String logo;

    @Column(nullable = false, updatable = false)
    private long created;

    @Column(name = "REVISION", nullable = false)
    private long revision;

    protected PortalEntity() {}

    static PortalEntity of(Portal portal) {
        var entity = new PortalEntity();
        entity.id = portal.id().value();
        entity.created = ChronoUnit.MICROS.between(Instant.EPOCH, portal.created());
        entity.write(portal);
        return entity;
    }

    void write(Portal portal) {
        name = portal.name();
        sortName = NameCursor.fold(portal.name());
        host = portal.host();
        language = portal.language();
        zone = portal.zone();
        accent = portal.accent();
        webInterface = portal.webInterface() ? 1 : 0;
        expires = portal.expires().map(LocalDate::toString).orElse(null);
        participantLimit = portal.participantLimit().orElse(null);
        profiles = String.join(" ", new TreeSet<>(portal.profiles()));
        features = portal.features().stream().map(Feature::name).sorted().collect(Collectors.joining(" "));
        support = portal.support().orElse(null);
        storageMegabytes = portal.storageMegabytes().orElse(null);
        meetingVideo = portal.meetingDefaults().video();
        meetingSharing = portal.meetingDefaults().sharing();
        meetingLobby = portal.meetingDefaults().lobby().orElseThrow().name();
        meetingScreens = portal.meetingDefaults().screens().orElseThrow().name();
        logo = portal.logo().orElse(null);
        revision = portal.version();
    }

    boolean isAt(long version) {
        return revision == version;
    }

    Portal toPortal() {
        return new Portal(
                new PortalId(id),
                name,
                host,
                language,
                zone,
                accent,
                webInterface != 0,
                Optional.ofNullable(expires).map(LocalDate::parse),
                Optional.ofNullable(participantLimit),
                words(profiles).collect(Collectors.toUnmodifiableSet()),
                words(features).map(Feature::valueOf).collect(Collectors.toUnmodifiableSet()),
                Optional.ofNullable(support),
                Optional.ofNullable(storageMegabytes),
                new MeetingDefaults(
                        meetingVideo,
                        meetingSharing,
                        Optional.of(Lobby.valueOf(meetingLobby)),
                        Optional.of(ScreenSharing.valueOf(meetingScreens))),
                Optional.ofNullable(logo),
                Instant.EPOCH.plus(created, ChronoUnit.MICROS),
                revision);
    }

    private static Stream<String> words(String text) {
        return Stream.of(text.split(" ")).filter(word -> !word.isEmpty());
    }
}
