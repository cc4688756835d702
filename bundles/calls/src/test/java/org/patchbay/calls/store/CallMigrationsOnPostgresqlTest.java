package org.patchbay.calls.store;

import org.patchbay.testing.store.OldDatabase;

final class CallMigrationsOnPostgresqlTest implements CallMigrationsContract {

    @Override
    public OldDatabase old(int version) {
        return OldDatabase.postgresql("calls", version);
    }
}
