package org.patchbay.identity.session;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.cluster.Registration;
import org.patchbay.api.store.UnitOfWork;

/** Tells every node which sessions have ended. Thread-safe. */
@Component(service = SessionEnds.class)
public final class SessionEnds {

    private static final String TOPIC = "session-ended";
    private static final int AT_ONCE = 1000;

    private final Cluster cluster;
    private final UnitOfWork work;
    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();
    private final Registration subscription;

    @Activate
    public SessionEnds(@Reference Cluster cluster, @Reference UnitOfWork work) {
        this.cluster = cluster;
        this.work = work;
        this.subscription = cluster.subscribe(TOPIC, this::heard);
    }

    @Deactivate
    void stop() {
        subscription.close();
    }

    /** Announces the ids once the present unit of work is committed; many in one message, so that none is lost. */
    public void announce(List<String> sessions) {
        for (int from = 0; from < sessions.size(); from += AT_ONCE) {
            String ids = String.join("\n", sessions.subList(from, Math.min(sessions.size(), from + AT_ONCE)));
            work.afterCommit(() -> cluster.publish(TOPIC, ids.getBytes(StandardCharsets.UTF_8)));
        }
    }

    AutoCloseable listen(Consumer<String> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void heard(byte[] message) {
        for (String session : new String(message, StandardCharsets.UTF_8).split("\n")) {
            listeners.forEach(listener -> listener.accept(session));
        }
    }
}
