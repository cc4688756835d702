package org.patchbay.media.forwarding;

import java.util.List;
import org.patchbay.media.transport.EndpointTransport;
import org.patchbay.spi.media.Fingerprint;
import org.patchbay.spi.media.RemoteTransport;
import org.patchbay.spi.media.Transport;

/** Carries nothing anywhere, and counts it. */
final class CountingTransport implements EndpointTransport {

    private int sent;

    int sent() {
        return sent;
    }

    @Override
    public Transport local() {
        return new Transport("ufrag", "pwd", new Fingerprint("AB:".repeat(31) + "AB"), List.of());
    }

    @Override
    public void connect(RemoteTransport remote) {}

    @Override
    public void update(RemoteTransport remote) {}

    @Override
    public boolean send(byte[] buffer, int offset, int length) {
        sent++;
        return true;
    }

    @Override
    public long sinceConsent(long now) {
        return 0;
    }

    @Override
    public void close() {}
}
