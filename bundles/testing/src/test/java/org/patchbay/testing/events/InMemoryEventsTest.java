package org.patchbay.testing.events;

import org.patchbay.api.events.Events;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.spi.events.EventSubscriber;
import org.patchbay.testing.store.InMemoryUnitOfWork;

final class InMemoryEventsTest implements EventsContract {

    private final UnitOfWork unitOfWork = new InMemoryUnitOfWork();
    private final InMemoryEvents events = new InMemoryEvents(unitOfWork, new ContractEvents());

    @Override
    public Events events() {
        return events;
    }

    @Override
    public UnitOfWork unitOfWork() {
        return unitOfWork;
    }

    @Override
    public void subscribe(EventSubscriber subscriber) {
        events.subscribe(subscriber);
    }
}
