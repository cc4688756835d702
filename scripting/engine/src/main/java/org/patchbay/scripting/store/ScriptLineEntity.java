package org.patchbay.scripting.store;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Lob;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import org.patchbay.api.PortalId;
import org.patchbay.api.scripting.LogLine;

@Entity
@Table(name = "SCRIPT_LINE")
@NullUnmarked // JPA fills the fields
class ScriptLineEntity {

    @Id
    private String id;

    @Column(nullable = false, updatable = false)
    private String portal;

    @Column(nullable = false, updatable = false)
    private String script;

    @Column(name = "NUMBER_OF_LINE", updatable = false)
    private long number;

    private long logged;

    @Column(nullable = false, updatable = false)
    private String weight;

    @Lob
    private String content;

    protected ScriptLineEntity() {}

    static ScriptLineEntity of(PortalId portal, String script, LogLine line) {
        var entity = new ScriptLineEntity();
        entity.id = script + "-" + line.sequence();
        entity.portal = portal.value();
        entity.script = script;
        entity.number = line.sequence();
        entity.logged = Micros.of(line.time());
        entity.weight = line.level().name();
        entity.content = line.text();
        return entity;
    }

    LogLine toLine() {
        return new LogLine(number, Micros.toInstant(logged), LogLine.Level.valueOf(weight), content);
    }
}
