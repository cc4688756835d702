package org.patchbay.events.store;

import org.patchbay.testing.store.OldDatabase;

final class EventMigrationsOnDerbyTest implements EventMigrationsContract {

    @Override
    public OldDatabase old(int version) {
        return OldDatabase.derby("events", version);
    }
}
