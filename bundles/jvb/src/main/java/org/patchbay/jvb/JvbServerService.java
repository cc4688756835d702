package org.patchbay.jvb;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Ids;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.audit.Audit;
import org.patchbay.api.audit.AuditDraft;
import org.patchbay.api.events.Events;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.jvb.JvbEvents.MediaServerChange;
import org.patchbay.jvb.store.JvbServerStore;

/** The videobridges that root sets up. Thread-safe. */
@Component(service = JvbServerService.class)
public final class JvbServerService {

    private static final int MOST = 100;

    private final JvbServerStore store;
    private final JvbFleet fleet;
    private final JvbTrial trial;
    private final Events events;
    private final Audit audit;
    private final UnitOfWork work;

    @Activate
    public JvbServerService(
            @Reference JvbServerStore store,
            @Reference JvbFleet fleet,
            @Reference JvbTrial trial,
            @Reference Events events,
            @Reference Audit audit,
            @Reference UnitOfWork work) {
        this.store = store;
        this.fleet = fleet;
        this.trial = trial;
        this.events = events;
        this.audit = audit;
        this.work = work;
    }

    /** All of them by name; there are few. */
    public List<JvbServer> list() {
        return work.call(store::all);
    }

    public JvbServer find(String id) {
        return work.call(() -> need(id));
    }

    /** Meetings are put on it as soon as it has answered. */
    public JvbServer add(JvbServerDraft draft, Caller by) {
        JvbServer server = JvbServerRules.check(draft, Ids.next(), 1);
        return work.call(() -> {
            if (store.all().size() >= MOST) {
                throw Problem.LIMITED.because("jvb.too-many", "Up to " + MOST + " are kept", Map.of("limit", MOST));
            }
            requireFree(server);
            store.insert(server);
            record(JvbEvents.ADDED, server, Map.of(), fields(server), by);
            return server;
        });
    }

    /** Meetings on it go on elsewhere if it is now another, or disabled. */
    public JvbServer change(String id, long version, JvbServerDraft draft, Caller by) {
        JvbServer server = JvbServerRules.check(draft, id, version + 1);
        return work.call(() -> {
            JvbServer before = need(id);
            requireFree(server);
            if (!store.update(server, version)) {
                throw Problem.STALE.because("The media server is at version " + before.version());
            }
            record(JvbEvents.CHANGED, server, fields(before), fields(server), by);
            return server;
        });
    }

    /** Meetings on it go on elsewhere. */
    public void remove(String id, Caller by) {
        work.run(() -> {
            JvbServer before = need(id);
            store.delete(id);
            record(JvbEvents.REMOVED, before, fields(before), Map.of(), by);
        });
    }

    /** Tries an address out; blocks for some seconds at most. */
    public JvbCheck test(String url) {
        return trial.of(JvbServerRules.url(url));
    }

    /** Tries a videobridge out that was set up; blocks for some seconds at most. */
    public JvbCheck testOf(String id) {
        return trial.of(URI.create(find(id).url()));
    }

    private void record(
            String what, JvbServer server, Map<String, String> before, Map<String, String> after, Caller by) {
        events.publish(PortalId.ROOT, what, server.id(), new MediaServerChange(server.id(), server.name()));
        audit.record(PortalId.ROOT, by, new AuditDraft(what, "media-server", server.id(), before, after));
        work.afterCommit(fleet::changed);
    }

    private static Map<String, String> fields(JvbServer server) {
        Map<String, String> fields = new TreeMap<>();
        fields.put("name", server.name());
        fields.put("url", server.url());
        fields.put("region", server.region());
        fields.put("capacity", Integer.toString(server.capacity()));
        fields.put("regionNetworks", String.join(", ", server.networks()));
        fields.put("enabled", Boolean.toString(server.enabled()));
        fields.values().removeIf(String::isEmpty);
        return fields;
    }

    private void requireFree(JvbServer server) {
        List<JvbServer> others = store.all().stream()
                .filter(other -> !other.id().equals(server.id()))
                .toList();
        if (others.stream().anyMatch(other -> other.name().equals(server.name()))) {
            throw Problem.CONFLICT.at("/name", "jvb.name-taken", "is the name of another media server");
        }
        JvbServerRules.requireOneRegion(server, others);
    }

    private JvbServer need(String id) {
        return store.find(id)
                .orElseThrow(() -> Problem.NOT_FOUND.because("jvb.unknown", "There is no such media server"));
    }
}
