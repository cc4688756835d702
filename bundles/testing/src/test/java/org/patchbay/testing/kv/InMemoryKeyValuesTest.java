package org.patchbay.testing.kv;

import org.patchbay.api.kv.KeyValues;

class InMemoryKeyValuesTest implements KeyValuesContract {

    private final KeyValues values = new InMemoryKeyValues(12);

    @Override
    public KeyValues keyValues() {
        return values;
    }

    @Override
    public int maxKeys() {
        return 12;
    }
}
