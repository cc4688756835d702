package org.patchbay.contacts.store;

import org.patchbay.testing.store.TestDatabase;

/** The real store on a test's database. */
public final class StoresForBench {

    private StoresForBench() {}

    public static ContactStore of(TestDatabase database) {
        return new JpaContactStore(database.jpa());
    }
}
