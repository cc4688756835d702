package org.patchbay.testing.tenancy;

import org.patchbay.api.tenancy.Portals;

class InMemoryPortalsTest implements PortalsContract {

    private final Portals portals = new InMemoryPortals();

    @Override
    public Portals portals() {
        return portals;
    }
}
