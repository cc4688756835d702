package org.patchbay.extensions.store;

import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Lob;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import org.patchbay.api.PortalId;

@Entity
@Table(name = "EXTENSION_THING")
@NullUnmarked // JPA fills the fields
class ThingEntity {

    @Id
    private String id;

    @Column(nullable = false, updatable = false)
    private String portal;

    @Column(nullable = false, updatable = false)
    private String kind;

    @Column(name = "UNIQUE_KEY", nullable = false)
    private String key;

    @Column(name = "SORT_KEY", nullable = false)
    private String sort;

    @Column(name = "SEARCH_TEXT", nullable = false)
    private String search;

    @Column
    private String department;

    @Column
    private String person;

    @Column(name = "BELONGS_TO")
    private String owner;

    @Lob
    @Column(nullable = false)
    private String details;

    @Column
    private String sealed;

    @Column(name = "REVISION", nullable = false)
    private long version;

    protected ThingEntity() {}

    static ThingEntity of(PortalId portal, StoredThing thing) {
        var entity = new ThingEntity();
        entity.id = thing.id();
        entity.portal = portal.value();
        entity.kind = thing.kind();
        entity.change(thing);
        return entity;
    }

    final void change(StoredThing thing) {
        key = thing.key();
        sort = thing.sort();
        search = thing.search();
        department = thing.department().orElse(null);
        person = thing.person().orElse(null);
        owner = thing.owner().orElse(null);
        details = thing.details();
        sealed = thing.sealed().orElse(null);
        version = thing.version();
    }

    boolean isOf(PortalId other) {
        return portal.equals(other.value());
    }

    boolean isAt(long expected) {
        return version == expected;
    }

    StoredThing toThing() {
        return new StoredThing(
                id,
                kind,
                key,
                sort,
                search,
                Optional.ofNullable(department),
                Optional.ofNullable(person),
                Optional.ofNullable(owner),
                details,
                Optional.ofNullable(sealed),
                version);
    }
}
