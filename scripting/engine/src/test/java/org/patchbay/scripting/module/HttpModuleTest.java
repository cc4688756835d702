package org.patchbay.scripting.module;

import java.util.List;
import org.patchbay.api.PortalId;
import org.patchbay.scripting.Settings;
import org.patchbay.scripting.store.HostStore;
import org.patchbay.spi.scripting.ScriptModule;
import org.patchbay.testing.http.FakeHttp;
import org.patchbay.testing.scripting.ScriptModuleContract;

final class HttpModuleTest implements ScriptModuleContract {

    @Override
    public ScriptModule module() {
        return new HttpModule(new FakeHttp(), new NoHosts(), Settings.defaults());
    }

    private static final class NoHosts implements HostStore {

        @Override
        public List<String> hosts(PortalId portal) {
            return List.of();
        }

        @Override
        public void hosts(PortalId portal, List<String> hosts) {
            throw new UnsupportedOperationException();
        }
    }
}
