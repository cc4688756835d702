package org.patchbay.media;

import java.util.List;
import org.patchbay.media.forwarding.OpenConference;
import org.patchbay.spi.media.BridgeException;
import org.patchbay.spi.media.EndpointId;
import org.patchbay.spi.media.MediaClient;
import org.patchbay.spi.media.MediaTap;
import org.patchbay.spi.media.OpenTap;
import org.patchbay.spi.media.RemoteTransport;
import org.patchbay.spi.media.Source;
import org.patchbay.spi.media.Transport;

/** A conference of our own into which other servers send theirs, for a tap alone. Thread-safe. */
final class ListeningClient implements MediaClient {

    private final OpenConference conference;
    private final OpenTap open;
    private final Runnable closed;

    ListeningClient(OpenConference conference, MediaTap tap, Runnable closed) {
        this.conference = conference;
        this.closed = closed;
        try {
            this.open = conference.tap(tap);
        } catch (BridgeException e) {
            throw new IllegalStateException("The bridge has no time for a tap", e);
        }
    }

    @Override
    public RemoteTransport join(EndpointId connection, Transport offered) throws BridgeException {
        var server = new RemoteTransport(offered.ufrag(), offered.pwd(), offered.fingerprint(), offered.candidates());
        Transport own = OwnClassLoader.call(() -> conference.join(connection, server));
        return new RemoteTransport(own.ufrag(), own.pwd(), own.fingerprint(), own.candidates());
    }

    @Override
    public void setSources(EndpointId connection, List<Source> sources) throws BridgeException {
        conference.setSources(connection, List.copyOf(sources));
    }

    @Override
    public void leave(EndpointId connection) {
        try {
            conference.remove(connection);
        } catch (BridgeException e) {
            // It ended with all its connections.
        }
    }

    @Override
    public void requestKeyFrame(long ssrc) {
        open.requestKeyFrame(ssrc);
    }

    @Override
    public void close() {
        open.close();
        conference.end();
        closed.run();
    }
}
