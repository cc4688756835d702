package org.patchbay.extensions.store;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import org.patchbay.api.PortalId;

@Entity
@Table(name = "EXTENSION_REVISION")
@NullUnmarked // JPA fills the fields
class RevisionEntity {

    @Id
    private String portal;

    @Column(nullable = false)
    private long revision;

    protected RevisionEntity() {}

    static RevisionEntity of(PortalId portal) {
        var entity = new RevisionEntity();
        entity.portal = portal.value();
        return entity;
    }

    long revision() {
        return revision;
    }
}
