package org.patchbay.identity.store;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Lob;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;
import org.patchbay.identity.picture.StoredPicture;

@Entity
@Table(name = "PERSON_PICTURE")
@NullUnmarked // JPA fills the fields
class PictureEntity {

    @Id
    private String person;

    @Column(nullable = false, updatable = false)
    private String portal;

    @Column(nullable = false)
    private String hash;

    @Column(name = "MEDIA_TYPE", nullable = false)
    private String mediaType;

    @Lob
    @Column(nullable = false)
    private byte[] content;

    protected PictureEntity() {}

    static PictureEntity of(PortalId portal, PersonId person, StoredPicture picture) {
        var entity = new PictureEntity();
        entity.person = person.value();
        entity.portal = portal.value();
        entity.hash = picture.hash();
        entity.mediaType = picture.mediaType();
        entity.content = picture.content();
        return entity;
    }

    StoredPicture toPicture() {
        return new StoredPicture(hash, mediaType, content);
    }
}
