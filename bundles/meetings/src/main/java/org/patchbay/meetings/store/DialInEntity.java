package org.patchbay.meetings.store;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import org.patchbay.api.PortalId;

@Entity
@Table(name = "MEETING_DIAL_IN")
@NullUnmarked // JPA fills the fields
class DialInEntity {

    @Id
    private String id;

    @Column(nullable = false, updatable = false)
    private String portal;

    @Column(name = "DIAL_NUMBER", nullable = false, updatable = false)
    private String number;

    @Column(name = "CODE_HASH", nullable = false, updatable = false)
    private String codeHash;

    @Column(name = "SEALED_CODE", nullable = false, updatable = false)
    private String sealedCode;

    protected DialInEntity() {}

    static DialInEntity of(PortalId portal, StoredDialIn dialIn) {
        var entity = new DialInEntity();
        entity.id = portal.value() + "/" + dialIn.number();
        entity.portal = portal.value();
        entity.number = dialIn.number();
        entity.codeHash = dialIn.codeHash();
        entity.sealedCode = dialIn.sealedCode();
        return entity;
    }

    StoredDialIn toDialIn() {
        return new StoredDialIn(number, codeHash, sealedCode);
    }
}
