package org.patchbay.store;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;

final class DerbyUnitsOfWorkTest implements UnitsOfWorkAcrossSlices {

    private static final TwoSlices SLICES = new TwoSlices(TestDatabases.derby());

    @AfterEach
    void empty() {
        SLICES.empty();
    }

    @AfterAll
    static void close() {
        SLICES.close();
    }

    @Override
    public TwoSlices slices() {
        return SLICES;
    }

    @Override
    public String deadlock() {
        return "40001";
    }
}
