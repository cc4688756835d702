package org.patchbay.scripting.store;

import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Lob;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import org.patchbay.api.Ids;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.scripting.ScriptVersion;

@Entity
@Table(name = "SCRIPT_VERSION")
@NullUnmarked // JPA fills the fields
class ScriptVersionEntity {

    @Id
    private String id;

    @Column(nullable = false, updatable = false)
    private String portal;

    @Column(nullable = false, updatable = false)
    private String script;

    @Column(name = "NUMBER_OF_SCRIPT", updatable = false)
    private long number;

    @Lob
    private String source;

    @Column(nullable = false)
    private String author;

    @Column(updatable = false)
    private String person;

    private long saved;

    protected ScriptVersionEntity() {}

    static ScriptVersionEntity of(PortalId portal, String script, ScriptVersion version, Optional<PersonId> person) {
        var entity = new ScriptVersionEntity();
        entity.id = Ids.next();
        entity.portal = portal.value();
        entity.script = script;
        entity.number = version.version();
        entity.source = version.source();
        entity.author = version.author();
        entity.person = person.map(PersonId::value).orElse(null);
        entity.saved = Micros.of(version.saved());
        return entity;
    }

    ScriptVersion toVersion() {
        return new ScriptVersion(number, source, author, Micros.toInstant(saved));
    }
}
