package org.patchbay.calls;

import org.junit.jupiter.api.AfterEach;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Caller;
import org.patchbay.spi.live.LiveChannel;
import org.patchbay.testing.live.LiveChannelContract;

final class CallsChannelTest implements LiveChannelContract {

    private final Office office = new Office();

    @AfterEach
    void close() {
        office.close();
    }

    @Override
    public LiveChannel channel() {
        return office.channel;
    }

    @Override
    public Caller caller() {
        return office.anna;
    }

    @Override
    public PortalId portal() {
        return office.acme;
    }

    @Override
    public String with() {
        return "{}";
    }
}
