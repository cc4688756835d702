package org.patchbay.media.transport;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.ice4j.util.Buffer;
import org.jspecify.annotations.Nullable;
import org.patchbay.spi.media.Departure;
import org.patchbay.spi.media.RemoteTransport;
import org.patchbay.spi.media.Transport;

/** Everything below RTP of a connection to another server, as its client: ICE, then DTLS, then the keys. Thread-safe. */
final class ClientTransport implements EndpointTransport {

    private final TransportFactory factory;
    private final MediaTransport.Listener listener;
    private final ClientIce ice;
    private final DtlsTransport dtls;
    private final AtomicReference<@Nullable RemoteTransport> offered = new AtomicReference<>();
    private volatile boolean secured;

    ClientTransport(TransportFactory factory, MediaTransport.Listener listener) throws IOException {
        this.factory = factory;
        this.listener = listener;
        this.ice = new ClientIce(factory.shelf(), new IceListener());
        this.dtls = new DtlsTransport(factory.executor(), ice::send, new DtlsListener());
    }

    @Override
    public Transport local() {
        return new Transport(ice.ufrag(), ice.pwd(), factory.fingerprint(), List.of());
    }

    /** {@inheritDoc} The remote side is the server with what it offered. */
    @Override
    public void connect(RemoteTransport remote) {
        offered.set(remote);
        ice.connect(new Transport(remote.ufrag(), remote.pwd(), remote.fingerprint(), remote.candidates()));
    }

    @Override
    public void update(RemoteTransport remote) {
        // a server names all its candidates in its offer
    }

    @Override
    public boolean send(byte[] buffer, int offset, int length) {
        return ice.send(buffer, offset, length);
    }

    @Override
    public long sinceConsent(long now) {
        return now - ice.consentAt();
    }

    @Override
    public void close() {
        dtls.shutDown();
        ice.close();
    }

    private final class IceListener implements ClientIce.Listener {

        @Override
        public void connected() {
            RemoteTransport server = offered.get();
            if (server != null) {
                dtls.startAsClient(factory.crypto(), factory.identity(), server.fingerprint());
            }
        }

        @Override
        public void datagram(Buffer buffer) {
            int first = buffer.getLength() == 0 ? 0 : buffer.getBuffer()[buffer.getOffset()] & 0xFF;
            if (first >= 128 && first <= 191 && secured) {
                listener.onMedia(buffer, System.nanoTime());
                return;
            }
            if (first >= 20 && first <= 63) {
                dtls.onDatagram(buffer.getBuffer(), buffer.getOffset(), buffer.getLength());
            }
            factory.shelf().giveBack(buffer);
        }
    }

    private final class DtlsListener implements DtlsTransport.Listener {

        @Override
        public void secured(SrtpSession session) {
            listener.onSecured(session);
            secured = true;
        }

        @Override
        public void handshakeFailed() {
            listener.onLost(Departure.DTLS_FAILED);
        }

        @Override
        public void closedByPeer() {
            listener.onLost(Departure.CLOSED);
        }
    }
}
