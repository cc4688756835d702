package org.patchbay.scripting.store;

import java.time.Instant;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Lob;
import javax.persistence.Table;
import javax.persistence.Version;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.patchbay.api.PortalId;
import org.patchbay.api.scripting.Script;
import org.patchbay.api.scripting.ScriptDraft;

@Entity
@Table(name = "SCRIPT")
@NullUnmarked // JPA fills the fields
class ScriptEntity {

    @Id
    private String id;

    @Column(nullable = false, updatable = false)
    private String portal;

    @Column(nullable = false)
    private String name;

    @Lob
    private String source;

    private short enabled;

    private long changed;

    @Version
    private long version;

    protected ScriptEntity() {}

    static ScriptEntity of(PortalId portal, String id, ScriptDraft draft, Instant now) {
        var entity = new ScriptEntity();
        entity.id = id;
        entity.portal = portal.value();
        entity.change(draft, now);
        return entity;
    }

    final void change(ScriptDraft draft, Instant now) {
        name = draft.name();
        source = draft.source();
        enabled = (short) (draft.enabled() ? 1 : 0);
        changed = Micros.of(now);
    }

    String id() {
        return id;
    }

    PortalId portal() {
        return new PortalId(portal);
    }

    long version() {
        return version;
    }

    Script toScript(@Nullable ScriptRunEntity run) {
        boolean on = enabled == 1;
        var state = run == null ? Script.State.STARTING : run.state();
        return new Script(
                id,
                name,
                source,
                on,
                on ? state : Script.State.OFF,
                on && run != null ? run.error() : Optional.empty(),
                Micros.toInstant(changed),
                version);
    }
}
