package org.patchbay.identity.store;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;

@Entity
@Table(name = "PERSON_LINK")
@NullUnmarked // JPA fills the fields
class LinkEntity {

    @Id
    @Column(name = "TOKEN_HASH")
    private String tokenHash;

    @Column(nullable = false, updatable = false)
    private String portal;

    @Column(nullable = false, updatable = false)
    private String person;

    @Column(nullable = false, updatable = false)
    private String kind;

    @Column(nullable = false, updatable = false)
    private long expires;

    protected LinkEntity() {}

    static LinkEntity of(StoredLink link) {
        var entity = new LinkEntity();
        entity.tokenHash = link.tokenHash();
        entity.portal = link.portal().value();
        entity.person = link.person().value();
        entity.kind = link.kind();
        entity.expires = Micros.of(link.expires());
        return entity;
    }

    StoredLink toLink() {
        return new StoredLink(tokenHash, new PortalId(portal), new PersonId(person), kind, Micros.toInstant(expires));
    }
}
