package org.patchbay.store;

import org.junit.jupiter.api.AfterEach;

final class DerbyUnitsOfWorkTest implements UnitsOfWorkAcrossSlices {

    private final TwoSlices slices = new TwoSlices(TestDatabases.derby());

    @AfterEach
    void close() {
        slices.close();
    }

    @Override
    public TwoSlices slices() {
        return slices;
    }
}
