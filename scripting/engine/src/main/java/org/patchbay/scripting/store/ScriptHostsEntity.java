package org.patchbay.scripting.store;

import java.util.List;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Lob;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import org.patchbay.api.PortalId;

@Entity
@Table(name = "SCRIPT_HOSTS")
@NullUnmarked // JPA fills the fields
class ScriptHostsEntity {

    @Id
    private String portal;

    @Lob
    private String hosts;

    protected ScriptHostsEntity() {}

    static ScriptHostsEntity of(PortalId portal) {
        var entity = new ScriptHostsEntity();
        entity.portal = portal.value();
        return entity;
    }

    void hosts(List<String> names) {
        hosts = String.join("\n", names);
    }

    List<String> hosts() {
        return hosts == null || hosts.isEmpty() ? List.of() : List.of(hosts.split("\n"));
    }
}
