package org.patchbay.events;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.testing.store.TestDatabase;

final class EventsOnDerbyTest implements DurableEventsContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.derby("events");

    private RunningEvents running = new RunningEvents(DATABASE);

    @AfterEach
    void stop() {
        running.close();
    }

    @Override
    public RunningEvents running() {
        return running;
    }

    @Override
    public RunningEvents restart() {
        running.close();
        running = new RunningEvents(DATABASE);
        return running;
    }
}
