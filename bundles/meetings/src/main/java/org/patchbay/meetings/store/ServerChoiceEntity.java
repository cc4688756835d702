package org.patchbay.meetings.store;

import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import org.patchbay.api.PortalId;
import org.patchbay.meetings.server.ServerChoice;

@Entity
@Table(name = "MEDIA_SERVER_CHOICE")
@NullUnmarked // JPA fills the fields
class ServerChoiceEntity {

    @Id
    private String portal;

    private String server;

    @Column(name = "WHEN_DOWN", nullable = false)
    private String whenDown;

    protected ServerChoiceEntity() {}

    static ServerChoiceEntity of(PortalId portal, ServerChoice choice) {
        var entity = new ServerChoiceEntity();
        entity.portal = portal.value();
        entity.write(choice);
        return entity;
    }

    void write(ServerChoice choice) {
        server = choice.server().orElse(null);
        whenDown = choice.whenDown().name();
    }

    ServerChoice toChoice() {
        return new ServerChoice(Optional.ofNullable(server), ServerChoice.WhenDown.valueOf(whenDown));
    }
}
