package org.patchbay.jvb.store;

import java.util.Arrays;
import java.util.List;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import org.patchbay.jvb.JvbServer;

@Entity
@Table(name = "JVB_SERVER")
@NullUnmarked // JPA fills the fields
class JvbServerEntity {

    private static final String SEPARATOR = ",";

    @Id
    private String id;

    @Column(nullable = false)
    private String name;

    @Column(nullable = false)
    private String url;

    @Column(nullable = false)
    private String region;

    @Column(nullable = false)
    private int capacity;

    @Column(nullable = false)
    private String networks;

    @Column(nullable = false)
    private int enabled;

    @Column(nullable = false)
    private long revision;

    protected JvbServerEntity() {}

    static JvbServerEntity of(JvbServer server) {
        var entity = new JvbServerEntity();
        entity.id = server.id();
        entity.write(server);
        return entity;
    }

    final void write(JvbServer server) {
        name = server.name();
        url = server.url();
        region = server.region();
        capacity = server.capacity();
        networks = String.join(SEPARATOR, server.networks());
        enabled = server.enabled() ? 1 : 0;
        revision = server.version();
    }

    private List<String> networks() {
        return Arrays.stream(networks.split(SEPARATOR))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    boolean isAt(long version) {
        return revision == version;
    }

    JvbServer toServer() {
        return new JvbServer(id, name, url, region, capacity, networks(), enabled != 0, revision);
    }
}
