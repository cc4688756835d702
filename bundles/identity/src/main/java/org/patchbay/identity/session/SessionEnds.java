package org.patchbay.identity.session;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
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

    /** Announces the ids once the present unit of work is committed. */
    void announce(Collection<String> sessions) {
        for (String session : sessions) {
            work.afterCommit(() -> cluster.publish(TOPIC, session.getBytes(StandardCharsets.UTF_8)));
        }
    }

    AutoCloseable listen(Consumer<String> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void heard(byte[] message) {
        String session = new String(message, StandardCharsets.UTF_8);
        listeners.forEach(listener -> listener.accept(session));
    }
}
