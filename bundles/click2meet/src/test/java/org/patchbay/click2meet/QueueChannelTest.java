package org.patchbay.click2meet;

import org.junit.jupiter.api.AfterEach;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Caller;
import org.patchbay.spi.live.LiveChannel;
import org.patchbay.testing.live.LiveChannelContract;

final class QueueChannelTest implements LiveChannelContract {

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    @Override
    public LiveChannel channel() {
        return world.one.queue;
    }

    @Override
    public Caller caller() {
        return world.anna;
    }

    @Override
    public PortalId portal() {
        return world.acme;
    }

    @Override
    public String with() {
        return "{}";
    }
}
