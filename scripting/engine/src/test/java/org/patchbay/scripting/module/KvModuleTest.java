package org.patchbay.scripting.module;

import org.patchbay.spi.scripting.ScriptModule;
import org.patchbay.testing.kv.InMemoryKeyValues;
import org.patchbay.testing.scripting.ScriptModuleContract;
import org.patchbay.testing.store.InMemoryUnitOfWork;

final class KvModuleTest implements ScriptModuleContract {

    @Override
    public ScriptModule module() {
        return new KvModule(new InMemoryKeyValues(), new InMemoryUnitOfWork());
    }
}
