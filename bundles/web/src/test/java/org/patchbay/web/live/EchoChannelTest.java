package org.patchbay.web.live;

import java.util.List;
import java.util.Set;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.identity.Right;
import org.patchbay.spi.live.LiveChannel;
import org.patchbay.testing.live.LiveChannelContract;
import org.patchbay.web.fake.FakePortals;

/** The channel that stands for all others here is one. */
class EchoChannelTest implements LiveChannelContract {

    @Override
    public LiveChannel channel() {
        return new EchoChannel("echo", Right.SEE_EVENTS);
    }

    @Override
    public Caller caller() {
        return new Caller.Member(portal(), new PersonId("p"), "Ada", Set.of(), List.of(), "s", "127.0.0.1");
    }

    @Override
    public PortalId portal() {
        return FakePortals.ACME.id();
    }

    @Override
    public String with() {
        return "{}";
    }
}
