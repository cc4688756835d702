package org.patchbay.click2meet.store;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;
import org.patchbay.click2meet.link.PersonalLink;

@Entity
@Table(name = "PERSONAL_LINK")
@NullUnmarked // JPA fills the fields
class LinkEntity {

    @Id
    private String person;

    @Column(nullable = false, updatable = false)
    private String portal;

    @Column(nullable = false)
    private String name;

    @Column(name = "SWITCHED_ON", nullable = false)
    private short on;

    protected LinkEntity() {}

    static LinkEntity of(PortalId portal, PersonalLink link) {
        var entity = new LinkEntity();
        entity.person = link.person().value();
        entity.portal = portal.value();
        entity.change(link);
        return entity;
    }

    final void change(PersonalLink link) {
        name = link.name();
        on = (short) (link.on() ? 1 : 0);
    }

    PersonalLink toLink() {
        return new PersonalLink(new PersonId(person), name, on != 0);
    }
}
