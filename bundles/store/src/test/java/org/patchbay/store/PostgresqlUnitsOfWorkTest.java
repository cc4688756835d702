package org.patchbay.store;

import org.junit.jupiter.api.AfterEach;

final class PostgresqlUnitsOfWorkTest implements UnitsOfWorkAcrossSlices {

    private final TwoSlices slices = new TwoSlices(TestDatabases.postgresql());

    @AfterEach
    void close() {
        slices.close();
    }

    @Override
    public TwoSlices slices() {
        return slices;
    }
}
