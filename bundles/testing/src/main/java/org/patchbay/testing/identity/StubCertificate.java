package org.patchbay.testing.identity;

import com.unboundid.asn1.ASN1Element;
import com.unboundid.asn1.ASN1Sequence;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.util.OID;
import com.unboundid.util.ssl.cert.CertException;
import com.unboundid.util.ssl.cert.PublicKeyAlgorithmIdentifier;
import com.unboundid.util.ssl.cert.SignatureAlgorithmIdentifier;
import com.unboundid.util.ssl.cert.X509Certificate;
import com.unboundid.util.ssl.cert.X509CertificateExtension;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate for {@code localhost} that it signed itself, made anew. */
record StubCertificate(SSLContext context, String pem) {

    private static final int KEY_BITS = 256;
    private static final OID ALTERNATIVE_NAMES = new OID("2.5.29.17");
    private static final byte DNS_NAME = (byte) 0x82;

    static StubCertificate make() {
        try {
            long now = System.currentTimeMillis();
            long day = Duration.ofDays(1).toMillis();
            var name = new ASN1Sequence(new ASN1Element(DNS_NAME, "localhost".getBytes(StandardCharsets.US_ASCII)));
            var made = X509Certificate.generateSelfSignedCertificate(
                    SignatureAlgorithmIdentifier.SHA_256_WITH_ECDSA,
                    PublicKeyAlgorithmIdentifier.EC,
                    KEY_BITS,
                    new DN("CN=localhost"),
                    now - day,
                    now + day,
                    new X509CertificateExtension(ALTERNATIVE_NAMES, false, name.encode()));
            Certificate certificate = made.getFirst().toCertificate();
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(null, null);
            char[] password = new char[0];
            keys.setKeyEntry("stub", made.getSecond().getPrivate(), password, new Certificate[] {certificate});
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, password);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            String text = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                    .encodeToString(certificate.getEncoded());
            return new StubCertificate(
                    context, "-----BEGIN CERTIFICATE-----\n" + text + "\n-----END CERTIFICATE-----\n");
        } catch (CertException | LDAPException | GeneralSecurityException | IOException e) {
            throw new IllegalStateException("No certificate could be made", e);
        }
    }
}
