package org.patchbay.media.transport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.Consumer;
import org.bouncycastle.tls.DTLSClientProtocol;
import org.bouncycastle.tls.DTLSServerProtocol;
import org.bouncycastle.tls.DTLSTransport;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;
import org.jspecify.annotations.Nullable;
import org.patchbay.spi.media.Fingerprint;

/** The DTLS of a peer, as the client or the server, which gives its media their keys. Thread-safe. */
final class PeerAssociation {

    private static final BcTlsCrypto CRYPTO = new BcTlsCrypto(new SecureRandom());

    private final DtlsIdentity identity = DtlsIdentity.generate();
    private final SrtpProfile profile;
    private final PeerMedia media;
    private final HandshakeDatagrams datagrams;
    private volatile @Nullable DTLSTransport open;

    PeerAssociation(SrtpProfile profile, PeerMedia media, Consumer<byte[]> network) {
        this.profile = profile;
        this.media = media;
        this.datagrams = new HandshakeDatagrams(network);
    }

    Fingerprint fingerprint() {
        return identity.fingerprint();
    }

    /** Takes a datagram that came. */
    void handshake(byte[] datagram) {
        datagrams.add(datagram);
    }

    /** Shakes hands as the client; blocks until that is done. */
    void connect(Fingerprint expected) {
        var client = new PeerTlsClient(CRYPTO, identity, expected, profile);
        try {
            open = new DTLSClientProtocol().connect(client, datagrams);
            media.secure(client.session());
        } catch (IOException e) {
            media.fail(e);
        }
    }

    /** Shakes hands as the server; blocks until that is done. */
    void serve(Fingerprint expected) {
        var server = new SrtpTlsServer(CRYPTO, identity, expected, () -> {});
        try {
            open = new DTLSServerProtocol().accept(server, datagrams);
            media.secure(server.session());
        } catch (IOException e) {
            media.fail(e);
        }
    }

    void close() {
        try {
            Optional.ofNullable(open).orElseThrow().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
