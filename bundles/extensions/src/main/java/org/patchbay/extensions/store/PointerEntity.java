package org.patchbay.extensions.store;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import org.patchbay.api.PortalId;

@Entity
@Table(name = "EXTENSION_POINTER")
@NullUnmarked // JPA fills the fields
class PointerEntity {

    @Id
    private String id;

    @Column(nullable = false)
    private String portal;

    @Column(name = "FROM_ID", nullable = false)
    private String from;

    @Column(name = "TO_ID", nullable = false)
    private String to;

    protected PointerEntity() {}

    static PointerEntity of(PortalId portal, String from, String to) {
        var entity = new PointerEntity();
        entity.id = from + '>' + to;
        entity.portal = portal.value();
        entity.from = from;
        entity.to = to;
        return entity;
    }
}
