package org.patchbay.tenancy.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import org.patchbay.api.PortalId;
import org.patchbay.api.tenancy.Portal;

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
                Instant.EPOCH.plus(created, ChronoUnit.MICROS),
                revision);
    }
}
