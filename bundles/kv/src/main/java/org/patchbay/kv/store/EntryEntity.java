package org.patchbay.kv.store;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Lob;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import org.patchbay.api.Ids;
import org.patchbay.api.PortalId;

@Entity
@Table(name = "KV_ENTRY")
@NullUnmarked // JPA fills the fields
class EntryEntity {

    @Id
    private String id;

    @Column(nullable = false, updatable = false)
    private String portal;

    @Column(name = "SPACE_NAME", nullable = false, updatable = false)
    private String space;

    @Column(name = "KEY_NAME", nullable = false, updatable = false)
    private String name;

    @Lob
    @Column(nullable = false)
    private String content;

    protected EntryEntity() {}

    static EntryEntity of(PortalId portal, String space, String name, String content) {
        var entity = new EntryEntity();
        entity.id = Ids.next();
        entity.portal = portal.value();
        entity.space = space;
        entity.name = name;
        entity.content = content;
        return entity;
    }

    EntryStore.Entry toEntry() {
        return new EntryStore.Entry(id, space, name, content);
    }

    String content() {
        return content;
    }

    void write(String newContent) {
        content = newContent;
    }
}
