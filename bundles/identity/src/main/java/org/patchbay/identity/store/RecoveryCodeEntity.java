package org.patchbay.identity.store;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;

@Entity
@Table(name = "PERSON_RECOVERY_CODE")
@NullUnmarked // JPA fills the fields
class RecoveryCodeEntity {

    @Id
    @Column(name = "CODE_HASH")
    private String codeHash;

    @Column(nullable = false, updatable = false)
    private String portal;

    @Column(nullable = false, updatable = false)
    private String person;

    protected RecoveryCodeEntity() {}

    static RecoveryCodeEntity of(PortalId portal, PersonId person, String hash) {
        var entity = new RecoveryCodeEntity();
        entity.codeHash = hash;
        entity.portal = portal.value();
        entity.person = person.value();
        return entity;
    }
}
