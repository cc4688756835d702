package org.patchbay.phonemedia.srtp;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A key on P-256 and a self-signed certificate over it, whose fingerprint goes into the offer (RFC 8827). Immutable. */
final class DtlsIdentity {

    private static final Duration PAST = Duration.ofDays(1);
    private static final Duration VALID = Duration.ofDays(365);

    private final AsymmetricKeyParameter key;
    private final Certificate certificate;
    private final String fingerprint;

    private DtlsIdentity(AsymmetricKeyParameter key, Certificate certificate) throws IOException {
        this.key = key;
        this.certificate = certificate;
        this.fingerprint = fingerprintOf(certificate.getEncoded());
    }

    static DtlsIdentity generate() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            var pair = generator.generateKeyPair();
            var name = new X500Name("CN=patchbay");
            var serial = new BigInteger(64, new SecureRandom()).add(BigInteger.ONE);
            var now = Instant.now();
            var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate());
            var certificate = new JcaX509v3CertificateBuilder(
                            name,
                            serial,
                            Date.from(now.minus(PAST)),
                            Date.from(now.plus(VALID)),
                            name,
                            pair.getPublic())
                    .build(signer)
                    .toASN1Structure();
            return new DtlsIdentity(
                    PrivateKeyFactory.createKey(pair.getPrivate().getEncoded()), certificate);
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException("This Java runtime lacks P-256", e);
        }
    }

    static String fingerprintOf(byte[] encodedCertificate) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(encodedCertificate);
            return HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime lacks SHA-256", e);
        }
    }

    AsymmetricKeyParameter key() {
        return key;
    }

    Certificate certificate() {
        return certificate;
    }

    String fingerprint() {
        return fingerprint;
    }
}
