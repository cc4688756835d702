package org.patchbay.calls;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.cluster.Registration;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.store.UnitOfWork;

/** Tells pages at all servers of conversations that have changed. Thread-safe. */
@Component(service = TextNews.class)
public final class TextNews {

    private static final String TOPIC = "texts-changed";

    private final Cluster cluster;
    private final UnitOfWork unit;
    private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();
    private final Registration heard;

    @Activate
    public TextNews(@Reference Cluster cluster, @Reference UnitOfWork unit) {
        this.cluster = cluster;
        this.unit = unit;
        this.heard = cluster.subscribe(TOPIC, message -> {
            Change change = Json.read(new String(message, StandardCharsets.UTF_8), Change.class);
            listeners.forEach(listener -> listener.accept(change));
        });
    }

    @Deactivate
    public void close() {
        heard.close();
    }

    /** A conversation has a text more, or was read. */
    record Change(String portal, PersonId person, String extension, String number) {

        boolean isFor(PortalId in, PersonId somebody) {
            return portal.equals(in.value()) && person.equals(somebody);
        }
    }

    /** Hears of each change, on a thread that must not wait. */
    Registration hear(Consumer<Change> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Tells of a change once the unit of work is done. */
    public void changed(PortalId portal, PersonId person, String extension, String number) {
        String change = Json.text(new Change(portal.value(), person, extension, number));
        unit.afterCommit(() -> cluster.publish(TOPIC, change.getBytes(StandardCharsets.UTF_8)));
    }
}
