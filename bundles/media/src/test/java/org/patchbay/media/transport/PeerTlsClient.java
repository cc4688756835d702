package org.patchbay.media.transport;

import java.io.IOException;
import java.util.Hashtable;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.CipherSuite;
import org.bouncycastle.tls.DefaultTlsClient;
import org.bouncycastle.tls.ExporterLabel;
import org.bouncycastle.tls.HashAlgorithm;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.SignatureAlgorithm;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;
import org.bouncycastle.tls.TlsAuthentication;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsExtensionsUtils;
import org.bouncycastle.tls.TlsSRTPUtils;
import org.bouncycastle.tls.TlsServerCertificate;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.UseSRTPData;
import org.bouncycastle.tls.crypto.TlsCertificate;
import org.bouncycastle.tls.crypto.TlsCryptoParameters;
import org.bouncycastle.tls.crypto.impl.bc.BcDefaultTlsCredentialedSigner;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCertificate;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;
import org.jspecify.annotations.Nullable;
import org.patchbay.spi.media.Fingerprint;

/** The client's side of a DTLS-SRTP handshake, as a browser does it. */
final class PeerTlsClient extends DefaultTlsClient {

    private final BcTlsCrypto crypto;
    private final DtlsIdentity identity;
    private final Fingerprint expected;
    private final SrtpProfile offered;
    private @Nullable SrtpSession session;

    PeerTlsClient(BcTlsCrypto crypto, DtlsIdentity identity, Fingerprint expected, SrtpProfile offered) {
        super(crypto);
        this.crypto = crypto;
        this.identity = identity;
        this.expected = expected;
        this.offered = offered;
    }

    SrtpSession session() throws IOException {
        if (session == null) {
            throw new IOException("The handshake gave no keys");
        }
        return session;
    }

    @Override
    protected ProtocolVersion[] getSupportedVersions() {
        return ProtocolVersion.DTLSv12.only();
    }

    @Override
    protected int[] getSupportedCipherSuites() {
        return new int[] {CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256};
    }

    @Override
    public Hashtable<Integer, byte[]> getClientExtensions() throws IOException {
        @SuppressWarnings("unchecked")
        Hashtable<Integer, byte[]> extensions =
                TlsExtensionsUtils.ensureExtensionsInitialised(super.getClientExtensions());
        TlsSRTPUtils.addUseSRTPExtension(
                extensions, new UseSRTPData(new int[] {offered.number()}, TlsUtils.EMPTY_BYTES));
        return extensions;
    }

    @Override
    public TlsAuthentication getAuthentication() {
        return new TlsAuthentication() {
            @Override
            public void notifyServerCertificate(TlsServerCertificate certificate) throws IOException {
                byte[] encoded =
                        certificate.getCertificate().getCertificateAt(0).getEncoded();
                if (!DtlsIdentity.fingerprintOf(encoded).equals(expected)) {
                    throw new IOException("Not the certificate that was offered");
                }
            }

            @Override
            public TlsCredentials getClientCredentials(CertificateRequest request) {
                var chain =
                        new Certificate(new TlsCertificate[] {new BcTlsCertificate(crypto, identity.certificate())});
                return new BcDefaultTlsCredentialedSigner(
                        new TlsCryptoParameters(context),
                        crypto,
                        identity.key(),
                        chain,
                        new SignatureAndHashAlgorithm(HashAlgorithm.sha256, SignatureAlgorithm.ecdsa));
            }
        };
    }

    @Override
    public void notifyHandshakeComplete() throws IOException {
        super.notifyHandshakeComplete();
        session = SrtpSession.ofClient(
                offered, context.exportKeyingMaterial(ExporterLabel.dtls_srtp, null, offered.keyingLength()));
    }
}
