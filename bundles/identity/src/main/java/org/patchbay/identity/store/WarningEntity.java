package org.patchbay.identity.store;

import java.time.LocalDate;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;

@Entity
@Table(name = "EXPIRY_WARNING")
@NullUnmarked // JPA fills the fields
class WarningEntity {

    @Id
    private String id;

    @Column(nullable = false, updatable = false)
    private String portal;

    @Column(updatable = false)
    private String person;

    protected WarningEntity() {}

    static WarningEntity of(PortalId portal, Optional<PersonId> person, LocalDate day) {
        var entity = new WarningEntity();
        entity.id = id(portal, person, day);
        entity.portal = portal.value();
        entity.person = person.map(PersonId::value).orElse(null);
        return entity;
    }

    static String id(PortalId portal, Optional<PersonId> person, LocalDate day) {
        return person.map(PersonId::value).orElse(portal.value()) + "/" + day;
    }
}
