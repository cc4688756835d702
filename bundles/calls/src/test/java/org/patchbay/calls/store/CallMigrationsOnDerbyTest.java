package org.patchbay.calls.store;

import org.patchbay.testing.store.OldDatabase;

final class CallMigrationsOnDerbyTest implements CallMigrationsContract {

    @Override
    public OldDatabase old(int version) {
        return OldDatabase.derby("calls", version);
    }
}
