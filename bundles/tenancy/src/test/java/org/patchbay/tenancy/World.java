package org.patchbay.tenancy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.patchbay.api.PortalId;
import org.patchbay.spi.tenancy.DataSink;
import org.patchbay.spi.tenancy.PortalData;
import org.patchbay.tenancy.host.RootHosts;
import org.patchbay.tenancy.store.InMemoryPortalStore;
import org.patchbay.tenancy.store.PortalStore;
import org.patchbay.testing.audit.InMemoryAudit;
import org.patchbay.testing.cluster.InMemoryCluster;
import org.patchbay.testing.events.InMemoryEvents;
import org.patchbay.testing.store.InMemoryUnitOfWork;

/** The slice on two nodes, with a store in memory. */
public final class World implements AutoCloseable {

    final InMemoryCluster nodes = new InMemoryCluster();
    public final InMemoryUnitOfWork work = new InMemoryUnitOfWork();
    final InMemoryEvents events = new InMemoryEvents(work, new PortalEvents());
    final InMemoryPortalStore store = new InMemoryPortalStore();
    final List<PortalId> erased = new ArrayList<>();
    final TenancyConfig config = Configs.with(Map.of("rootHosts", "admin.example, 192.0.2.7"));
    final InMemoryAudit audit = new InMemoryAudit();
    final PortalDataDirectory data = new PortalDataDirectory(List.of(new Eraser()));
    public final PortalService portals = node("a");

    /** The service as another node of the cluster has it. */
    PortalService node(String name) {
        return node(name, store);
    }

    PortalService node(String name, PortalStore store) {
        return new PortalService(store, work, events, audit, nodes.node(name), data, new RootHosts(config));
    }

    @Override
    public void close() {
        nodes.close();
    }

    private final class Eraser implements PortalData {
        @Override
        public String name() {
            return "eraser";
        }

        @Override
        public void export(PortalId portal, DataSink out) {
            out.put("thing", Map.of("portal", portal));
        }

        @Override
        public void erase(PortalId portal) {
            if (!work.open()) {
                throw new IllegalStateException("Erased outside the unit of work");
            }
            erased.add(portal);
        }
    }
}
