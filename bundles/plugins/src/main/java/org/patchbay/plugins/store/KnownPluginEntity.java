package org.patchbay.plugins.store;

import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;

@Entity
@Table(name = "PLUGIN_KNOWN")
@NullUnmarked // JPA fills the fields
class KnownPluginEntity {

    @Id
    private String name;

    @Column(nullable = false)
    private String title;

    @Column(name = "JAR_VERSION", nullable = false)
    private String version;

    @Column
    private String failure;

    protected KnownPluginEntity() {}

    static KnownPluginEntity of(KnownPlugin plugin) {
        var entity = new KnownPluginEntity();
        entity.name = plugin.name();
        entity.write(plugin);
        return entity;
    }

    void write(KnownPlugin plugin) {
        title = plugin.title();
        version = plugin.version();
        failure = plugin.failure().orElse(null);
    }

    KnownPlugin toPlugin() {
        return new KnownPlugin(name, title, version, Optional.ofNullable(failure));
    }
}
