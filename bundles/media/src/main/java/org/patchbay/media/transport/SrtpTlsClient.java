package org.patchbay.media.transport;

import java.io.IOException;
import java.util.Arrays;
import java.util.Hashtable;
import java.util.List;
import org.bouncycastle.tls.AlertDescription;
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
import org.bouncycastle.tls.TlsFatalAlert;
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

/**
 * The client's side of one DTLS-SRTP handshake (RFC 5764), as a browser does it: the server must show the certificate whose
 * fingerprint its offer named (RFC 8122).
 */
final class SrtpTlsClient extends DefaultTlsClient {

    private static final int HANDSHAKE_TIMEOUT_MILLIS = 15_000;

    private final BcTlsCrypto crypto;
    private final DtlsIdentity identity;
    private final Fingerprint expected;
    private final List<SrtpProfile> offered;
    private final Runnable onClose;
    private @Nullable SrtpProfile profile;
    private @Nullable SrtpSession session;

    SrtpTlsClient(
            BcTlsCrypto crypto,
            DtlsIdentity identity,
            Fingerprint expected,
            List<SrtpProfile> offered,
            Runnable onClose) {
        super(crypto);
        this.crypto = crypto;
        this.identity = identity;
        this.expected = expected;
        this.offered = List.copyOf(offered);
        this.onClose = onClose;
    }

    /** The keys; only after the handshake. */
    SrtpSession session() throws IOException {
        if (session == null) {
            throw new IOException("The handshake gave no keys");
        }
        return session;
    }

    @Override
    public int getHandshakeTimeoutMillis() {
        return HANDSHAKE_TIMEOUT_MILLIS;
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
        int[] numbers = offered.stream().mapToInt(SrtpProfile::number).toArray();
        TlsSRTPUtils.addUseSRTPExtension(extensions, new UseSRTPData(numbers, TlsUtils.EMPTY_BYTES));
        return extensions;
    }

    @Override
    @SuppressWarnings("rawtypes") // as the library declares it
    public void processServerExtensions(Hashtable extensions) throws IOException {
        super.processServerExtensions(extensions);
        UseSRTPData chosen = TlsSRTPUtils.getUseSRTPExtension(extensions);
        if (chosen == null || chosen.getProtectionProfiles().length != 1) {
            throw new TlsFatalAlert(AlertDescription.handshake_failure, "The server chose no SRTP profile");
        }
        int number = chosen.getProtectionProfiles()[0];
        profile = offered.stream()
                .filter(candidate -> candidate.number() == number)
                .findFirst()
                .orElseThrow(
                        () -> new TlsFatalAlert(AlertDescription.illegal_parameter, "Not an offered SRTP profile"));
    }

    @Override
    public TlsAuthentication getAuthentication() {
        return new TlsAuthentication() {
            @Override
            public void notifyServerCertificate(TlsServerCertificate certificate) throws IOException {
                Certificate chain = certificate.getCertificate();
                if (chain.isEmpty()
                        || !DtlsIdentity.fingerprintOf(chain.getCertificateAt(0).getEncoded())
                                .equals(expected)) {
                    throw new TlsFatalAlert(AlertDescription.bad_certificate, "Not the certificate that was announced");
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
        SrtpProfile agreed = profile;
        if (agreed == null) {
            throw new TlsFatalAlert(AlertDescription.internal_error);
        }
        byte[] keying = context.exportKeyingMaterial(ExporterLabel.dtls_srtp, null, agreed.keyingLength());
        session = SrtpSession.ofClient(agreed, keying);
        Arrays.fill(keying, (byte) 0);
    }

    @Override
    public void notifyAlertReceived(short level, short description) {
        if (description == AlertDescription.close_notify) {
            onClose.run();
        }
    }
}
