package org.patchbay.identity.store;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;

@Entity
@Table(name = "PERSON_STORAGE")
@NullUnmarked // JPA fills the fields
class StorageEntity {

    /** The person and the kind. */
    @Id
    private String id;

    @Column(nullable = false, updatable = false)
    private String portal;

    @Column(nullable = false, updatable = false)
    private String person;

    @Column(nullable = false, updatable = false)
    private String kind;

    @Column(nullable = false)
    private long taken;

    protected StorageEntity() {}

    static StorageEntity of(PortalId portal, PersonId person, String kind, long bytes) {
        var entity = new StorageEntity();
        entity.id = id(person, kind);
        entity.portal = portal.value();
        entity.person = person.value();
        entity.kind = kind;
        entity.taken = bytes;
        return entity;
    }

    static String id(PersonId person, String kind) {
        return person.value() + ":" + kind;
    }

    void set(long bytes) {
        taken = bytes;
    }

    String kind() {
        return kind;
    }

    long taken() {
        return taken;
    }
}
