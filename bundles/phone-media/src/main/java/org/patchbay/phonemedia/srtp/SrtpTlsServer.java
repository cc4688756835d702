package org.patchbay.phonemedia.srtp;

import java.io.IOException;
import java.util.Arrays;
import java.util.Hashtable;
import java.util.List;
import java.util.Vector;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.CipherSuite;
import org.bouncycastle.tls.ClientCertificateType;
import org.bouncycastle.tls.DefaultTlsServer;
import org.bouncycastle.tls.ExporterLabel;
import org.bouncycastle.tls.HashAlgorithm;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.SignatureAlgorithm;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;
import org.bouncycastle.tls.TlsCredentialedSigner;
import org.bouncycastle.tls.TlsExtensionsUtils;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.TlsSRTPUtils;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.UseSRTPData;
import org.bouncycastle.tls.crypto.TlsCertificate;
import org.bouncycastle.tls.crypto.TlsCryptoParameters;
import org.bouncycastle.tls.crypto.impl.bc.BcDefaultTlsCredentialedSigner;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCertificate;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;
import org.jspecify.annotations.Nullable;

/**
 * The server's side of one DTLS-SRTP handshake (RFC 5764): the client must offer a profile we know and show the
 * certificate whose fingerprint its answer named (RFC 8122).
 */
final class SrtpTlsServer extends DefaultTlsServer {

    private static final int HANDSHAKE_TIMEOUT_MILLIS = 15_000;

    private final BcTlsCrypto crypto;
    private final DtlsIdentity identity;
    private final String expected;
    private final Runnable onClose;
    private @Nullable SrtpProfile profile;
    private @Nullable SrtpSession session;

    SrtpTlsServer(BcTlsCrypto crypto, DtlsIdentity identity, String expected, Runnable onClose) {
        super(crypto);
        this.crypto = crypto;
        this.identity = identity;
        this.expected = expected;
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
        return new int[] {
            CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
            CipherSuite.TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256
        };
    }

    @Override
    @SuppressWarnings("rawtypes") // as the library declares it
    public void processClientExtensions(Hashtable extensions) throws IOException {
        super.processClientExtensions(extensions);
        UseSRTPData offered = TlsSRTPUtils.getUseSRTPExtension(extensions);
        if (offered == null) {
            throw new TlsFatalAlert(AlertDescription.handshake_failure, "The client does not offer SRTP");
        }
        var numbers = Arrays.stream(offered.getProtectionProfiles()).boxed().toList();
        profile = Arrays.stream(SrtpProfile.values())
                .filter(candidate -> numbers.contains(candidate.number()))
                .findFirst()
                .orElseThrow(() -> new TlsFatalAlert(AlertDescription.handshake_failure, "No common SRTP profile"));
    }

    @Override
    public Hashtable<Integer, byte[]> getServerExtensions() throws IOException {
        @SuppressWarnings("unchecked")
        Hashtable<Integer, byte[]> extensions =
                TlsExtensionsUtils.ensureExtensionsInitialised(super.getServerExtensions());
        var chosen = new int[] {chosenProfile().number()};
        TlsSRTPUtils.addUseSRTPExtension(extensions, new UseSRTPData(chosen, TlsUtils.EMPTY_BYTES));
        return extensions;
    }

    @Override
    protected TlsCredentialedSigner getECDSASignerCredentials() {
        var chain = new Certificate(new TlsCertificate[] {new BcTlsCertificate(crypto, identity.certificate())});
        var algorithm = new SignatureAndHashAlgorithm(HashAlgorithm.sha256, SignatureAlgorithm.ecdsa);
        return new BcDefaultTlsCredentialedSigner(
                new TlsCryptoParameters(context), crypto, identity.key(), chain, algorithm);
    }

    @Override
    @SuppressWarnings("JdkObsolete") // the library wants a Vector
    public CertificateRequest getCertificateRequest() {
        var algorithms = new Vector<>(List.of(
                new SignatureAndHashAlgorithm(HashAlgorithm.sha256, SignatureAlgorithm.ecdsa),
                new SignatureAndHashAlgorithm(HashAlgorithm.sha256, SignatureAlgorithm.rsa)));
        return new CertificateRequest(
                new short[] {ClientCertificateType.ecdsa_sign, ClientCertificateType.rsa_sign}, algorithms, null);
    }

    @Override
    public void notifyClientCertificate(Certificate certificate) throws IOException {
        if (certificate.isEmpty()
                || !DtlsIdentity.fingerprintOf(certificate.getCertificateAt(0).getEncoded())
                        .equals(expected)) {
            throw new TlsFatalAlert(AlertDescription.bad_certificate, "Not the certificate that was announced");
        }
    }

    @Override
    public void notifyHandshakeComplete() throws IOException {
        super.notifyHandshakeComplete();
        SrtpProfile agreed = chosenProfile();
        byte[] keying = context.exportKeyingMaterial(ExporterLabel.dtls_srtp, null, agreed.keyingLength());
        session = SrtpSession.ofServer(agreed, keying);
        Arrays.fill(keying, (byte) 0);
    }

    @Override
    public void notifyAlertReceived(short level, short description) {
        if (description == AlertDescription.close_notify) {
            onClose.run();
        }
    }

    private SrtpProfile chosenProfile() throws IOException {
        if (profile == null) {
            throw new TlsFatalAlert(AlertDescription.internal_error);
        }
        return profile;
    }
}
