package org.patchbay.identity.store;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;

@Entity
@Table(name = "PERSON_WELCOME")
@NullUnmarked // JPA fills the fields
class WelcomeEntity {

    @Id
    private String person;

    @Column(nullable = false, updatable = false)
    private String portal;

    protected WelcomeEntity() {}

    static WelcomeEntity of(PortalId portal, PersonId person) {
        var entity = new WelcomeEntity();
        entity.person = person.value();
        entity.portal = portal.value();
        return entity;
    }

    ImportedStore.Waiting toWaiting() {
        return new ImportedStore.Waiting(new PortalId(portal), new PersonId(person));
    }
}
