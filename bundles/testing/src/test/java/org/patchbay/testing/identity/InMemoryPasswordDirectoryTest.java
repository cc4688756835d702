package org.patchbay.testing.identity;

import java.util.Map;
import org.patchbay.api.PortalId;
import org.patchbay.api.plugins.Settings;
import org.patchbay.spi.identity.PasswordDirectory;

class InMemoryPasswordDirectoryTest implements PasswordDirectoryContract {

    private final InMemoryPasswordDirectory directory = new InMemoryPasswordDirectory("memory");

    @Override
    public PasswordDirectory directory() {
        return directory;
    }

    @Override
    public Settings settings(PortalId portal) {
        return new Settings(portal, Map.of());
    }

    @Override
    public Settings refused(PortalId portal) {
        return new Settings(portal, Map.of("secret", "wrong"));
    }

    @Override
    public DirectoryServer server(PortalId portal) {
        return directory.server(portal);
    }
}
