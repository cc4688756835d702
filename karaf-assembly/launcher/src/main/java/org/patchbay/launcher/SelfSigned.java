package org.patchbay.launcher;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/** Makes the certificate that a server has before anybody gives it a better one (RFC 5280). */
final class SelfSigned {

    private static final byte[] ECDSA_WITH_SHA256 = Der.sequence(Der.oid("1.2.840.10045.4.3.2"));
    private static final int NAME_DNS = 0x82;
    private static final int NAME_ADDRESS = 0x87;

    private SelfSigned() {}

    static X509Certificate certificate(KeyPair keys, List<String> hosts, Instant from, Instant until)
            throws GeneralSecurityException {
        byte[] name = Der.sequence(Der.set(Der.sequence(Der.oid("2.5.4.3"), Der.text("Patchbay " + hosts.get(0)))));
        byte[] content = Der.sequence(
                Der.tagged(0xa0, Der.integer(BigInteger.TWO)),
                Der.integer(new BigInteger(120, new SecureRandom()).setBit(119)),
                ECDSA_WITH_SHA256,
                name,
                Der.sequence(Der.time(from), Der.time(until)),
                name,
                keys.getPublic().getEncoded(),
                Der.tagged(0xa3, extensions(hosts)));
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(keys.getPrivate());
        signature.update(content);
        byte[] encoded = Der.sequence(content, ECDSA_WITH_SHA256, Der.bits(0, signature.sign()));
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded));
    }

    private static byte[] extensions(List<String> hosts) {
        byte[][] names = hosts.stream().map(SelfSigned::alternativeName).toArray(byte[][]::new);
        byte[] digitalSignature = {(byte) 0x80};
        return Der.sequence(
                extension("2.5.29.19", true, Der.sequence()),
                extension("2.5.29.15", true, Der.bits(7, digitalSignature)),
                extension("2.5.29.37", false, Der.sequence(Der.oid("1.3.6.1.5.5.7.3.1"))),
                extension("2.5.29.17", false, Der.sequence(names)));
    }

    private static byte[] extension(String oid, boolean critical, byte[] value) {
        return critical
                ? Der.sequence(Der.oid(oid), Der.bool(true), Der.octets(value))
                : Der.sequence(Der.oid(oid), Der.octets(value));
    }

    private static byte[] alternativeName(String host) {
        if (host.matches("[0-9.]+") || host.contains(":")) {
            try {
                return Der.tagged(NAME_ADDRESS, InetAddress.getByName(host).getAddress());
            } catch (UnknownHostException e) {
                throw ExitCode.SETTING.because("PATCHBAY_ROOT_HOSTS has \"" + host + "\", which is no IP address.");
            }
        }
        return Der.tagged(NAME_DNS, host.getBytes(US_ASCII));
    }
}
