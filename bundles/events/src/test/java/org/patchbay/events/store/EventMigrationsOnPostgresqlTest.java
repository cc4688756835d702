package org.patchbay.events.store;

import org.patchbay.testing.store.OldDatabase;

final class EventMigrationsOnPostgresqlTest implements EventMigrationsContract {

    @Override
    public OldDatabase old(int version) {
        return OldDatabase.postgresql("events", version);
    }
}
