package org.patchbay.scripting.store;

import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.patchbay.api.PortalId;
import org.patchbay.api.scripting.Script;

@Entity
@Table(name = "SCRIPT_RUN")
@NullUnmarked // JPA fills the fields
class ScriptRunEntity {

    static final int MAX_ERROR = 1_000;

    @Id
    private String id;

    @Column(nullable = false, updatable = false)
    private String portal;

    @Column(nullable = false)
    private String state;

    private @Nullable String error;

    @Column(name = "POSITION_IN_JOURNAL")
    private long position;

    protected ScriptRunEntity() {}

    static ScriptRunEntity of(PortalId portal, String script, long position) {
        var entity = new ScriptRunEntity();
        entity.id = script;
        entity.portal = portal.value();
        entity.state = Script.State.STARTING.name();
        entity.position = position;
        return entity;
    }

    void state(Script.State present, Optional<String> why) {
        state = present.name();
        error = why.map(text -> text.length() <= MAX_ERROR ? text : text.substring(0, MAX_ERROR))
                .orElse(null);
    }

    void position(long reached) {
        position = reached;
    }

    long position() {
        return position;
    }

    Script.State state() {
        return Script.State.valueOf(state);
    }

    Optional<String> error() {
        return Optional.ofNullable(error);
    }
}
