package org.patchbay.events;

import java.util.List;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.events.Events;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.events.delivery.Deliveries;
import org.patchbay.events.personal.PersonalData;
import org.patchbay.events.personal.SealedJournal;
import org.patchbay.events.store.CursorStore;
import org.patchbay.events.store.EventJournal;
import org.patchbay.events.store.JpaCursorStore;
import org.patchbay.events.store.JpaEventJournal;
import org.patchbay.events.types.EventTypeDirectory;
import org.patchbay.spi.events.EventSubscriber;
import org.patchbay.testing.cluster.InMemoryCluster;
import org.patchbay.testing.events.ContractEvents;
import org.patchbay.testing.secrets.InMemoryPersonalSecrets;
import org.patchbay.testing.store.TestDatabase;

/** The slice as it runs in the server. */
public final class RunningEvents implements AutoCloseable {

    private final InMemoryCluster nodes = new InMemoryCluster();
    private final Cluster cluster = nodes.node("a");
    private final EventJournal journal;
    private final CursorStore cursors;
    private final UnitOfWork unitOfWork;
    private final Sequencer sequencer;
    private final Deliveries deliveries;
    private final EventService events;

    public RunningEvents(TestDatabase database) {
        EventTypeDirectory types = new EventTypeDirectory(List.of(new ContractEvents()));
        journal = new SealedJournal(
                new JpaEventJournal(database.jpa(), database.unitOfWork()),
                new PersonalData(types, new InMemoryPersonalSecrets(), database.unitOfWork()));
        cursors = new JpaCursorStore(database.jpa());
        unitOfWork = database.unitOfWork();
        sequencer = new Sequencer(journal, cluster);
        deliveries = new Deliveries(journal, cursors, cluster);
        events = new EventService(types, journal, unitOfWork, sequencer, cluster);
    }

    public Events events() {
        return events;
    }

    public UnitOfWork unitOfWork() {
        return unitOfWork;
    }

    public EventJournal journal() {
        return journal;
    }

    public CursorStore cursors() {
        return cursors;
    }

    public Deliveries deliveries() {
        return deliveries;
    }

    public Cluster cluster() {
        return cluster;
    }

    public void subscribe(EventSubscriber subscriber) {
        deliveries.add(subscriber);
    }

    @Override
    public void close() {
        sequencer.stop();
        deliveries.stop();
        nodes.close();
    }
}
