package org.patchbay.identity.store;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Lob;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;

@Entity
@Table(name = "PERSON_ATTRIBUTES")
@NullUnmarked // JPA fills the fields
class AttributesEntity {

    @Id
    private String person;

    @Column(nullable = false, updatable = false)
    private String portal;

    @Lob
    @Column(nullable = false)
    private String content;

    protected AttributesEntity() {}

    static AttributesEntity of(PortalId portal, PersonId person, Map<String, String> attributes) {
        var entity = new AttributesEntity();
        entity.person = person.value();
        entity.portal = portal.value();
        entity.content = ImportJson.write(attributes);
        return entity;
    }

    boolean isIn(PortalId expected) {
        return portal.equals(expected.value());
    }

    Map<String, String> toMap() {
        return ImportJson.read(content, new TypeReference<LinkedHashMap<String, String>>() {});
    }
}
