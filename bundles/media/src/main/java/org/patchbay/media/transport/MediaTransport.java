package org.patchbay.media.transport;

import java.io.IOException;
import org.ice4j.util.Buffer;
import org.jspecify.annotations.Nullable;
import org.patchbay.spi.media.Departure;
import org.patchbay.spi.media.Fingerprint;
import org.patchbay.spi.media.RemoteTransport;
import org.patchbay.spi.media.Transport;

/**
 * Everything below RTP of one endpoint: ICE, then DTLS, then the keys. Datagrams are told apart by their first byte (RFC
 * 7983). Thread-safe.
 */
public final class MediaTransport implements EndpointTransport {

    private final TransportFactory factory;
    private final Listener listener;
    private final IceTransport ice;
    private final DtlsTransport dtls;
    private volatile boolean secured;
    private volatile @Nullable Fingerprint expected;

    MediaTransport(TransportFactory factory, Listener listener) throws IOException {
        this.factory = factory;
        this.listener = listener;
        this.ice = new IceTransport(factory.ports(), this::onDatagram, new IceListener());
        this.dtls = new DtlsTransport(factory.executor(), ice::send, new DtlsListener());
    }

    /** Hears what arrives and how the transport fares; must not block. */
    public interface Listener {

        /** An SRTP or SRTCP packet came; the listener gives the buffer back to the shelf. Called by the network's thread. */
        void onMedia(Buffer buffer, long arrival);

        /** ICE and DTLS are done. */
        void onSecured(SrtpSession session);

        /** The transport is of no more use. */
        void onLost(Departure departure);
    }

    @Override
    public Transport local() {
        return new Transport(
                ice.ufrag(), ice.pwd(), factory.fingerprint(), factory.ports().candidates());
    }

    @Override
    public void connect(RemoteTransport remote) {
        expected = remote.fingerprint();
        ice.connect(remote);
    }

    @Override
    public void update(RemoteTransport remote) {
        ice.addCandidates(remote.candidates());
    }

    private void onDatagram(Buffer buffer) {
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

    private final class IceListener implements IceTransport.Listener {

        @Override
        public void connected() {
            Fingerprint announced = expected;
            if (announced != null) {
                dtls.start(factory.crypto(), factory.identity(), announced);
            }
        }

        @Override
        public void failed() {
            listener.onLost(Departure.ICE_FAILED);
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
