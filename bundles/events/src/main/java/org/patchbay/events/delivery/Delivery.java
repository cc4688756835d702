package org.patchbay.events.delivery;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.patchbay.api.PortalId;
import org.patchbay.api.events.Event;
import org.patchbay.events.store.EventJournal;
import org.patchbay.spi.events.EventSubscriber;

/** The delivery to one subscriber, a lane for each portal. */
final class Delivery implements AutoCloseable {

    private final EventSubscriber subscriber;
    private final EventJournal journal;
    private final Positions positions;
    private final Turns turns;
    private final Map<PortalId, Lane> lanes = new ConcurrentHashMap<>();

    Delivery(EventSubscriber subscriber, EventJournal journal, Positions positions, Turns turns) {
        this.subscriber = subscriber;
        this.journal = journal;
        this.positions = positions;
        this.turns = turns;
    }

    void wake(PortalId portal) {
        lane(portal).wake();
    }

    void pass(Event event) {
        if (subscriber.wants(event.portal(), event.type())) {
            lane(event.portal()).pass(event);
        }
    }

    /** Wakes every portal that has more than was delivered, in case an announcement was lost. */
    void catchUp(Map<PortalId, Long> heads) {
        heads.forEach((portal, head) -> {
            Lane lane = lane(portal);
            if (lane.isBehind(head)) {
                lane.wake();
            }
        });
    }

    Stream<DeliveryState> states() {
        return lanes.values().stream().map(Lane::state);
    }

    private Lane lane(PortalId portal) {
        return lanes.computeIfAbsent(portal, key -> new Lane(subscriber, key, journal, positions, turns));
    }

    @Override
    public void close() {
        turns.close();
    }
}
