package org.patchbay.certificates;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.patchbay.api.Problem;

/** Reads and writes PEM (RFC 7468): certificates in any order, and one private key as PKCS#8, PKCS#1 or SEC 1. */
final class Pem {

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]{1,40})-----([A-Za-z0-9+/=\\s]*+)-----END \\1-----");
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private Pem() {}

    /** The certificates and the key of the text; INVALID at the pointer with what is missing. */
    static Identity read(String text, String pointer) {
        List<X509Certificate> certificates = new ArrayList<>();
        List<byte[]> keys = new ArrayList<>();
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            String kind = block.group(1);
            if (kind.equals("CERTIFICATE")) {
                certificates.add(certificate(decode(block.group(2), pointer), pointer));
            } else if (kind.endsWith("PRIVATE KEY") && !kind.startsWith("ENCRYPTED")) {
                keys.add(decode(block.group(2), pointer));
            }
        }
        if (text.contains("ENCRYPTED")) {
            throw Problem.INVALID.at(
                    pointer, "certificate.key-encrypted", "has a key with a password; send it without, or as PKCS12");
        }
        if (certificates.isEmpty()) {
            throw Problem.INVALID.at(pointer, "certificate.missing", "has no CERTIFICATE block");
        }
        if (keys.size() != 1) {
            throw Problem.INVALID.at(pointer, "certificate.key-missing", "needs exactly one PRIVATE KEY block");
        }
        return Chain.order(certificates, leaf -> key(keys.get(0), leaf.getPublicKey()), pointer);
    }

    /** The text that {@link #read} takes. */
    static String write(Identity identity) {
        try {
            var text = new StringBuilder();
            for (X509Certificate certificate : identity.chain()) {
                text.append(block("CERTIFICATE", certificate.getEncoded()));
            }
            return text.append(block("PRIVATE KEY", identity.key().getEncoded()))
                    .toString();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String block(String kind, byte[] content) {
        return "-----BEGIN " + kind + "-----\n" + LINES.encodeToString(content) + "\n-----END " + kind + "-----\n";
    }

    private static byte[] decode(String base64, String pointer) {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw Problem.INVALID.at(pointer, "certificate.unreadable", "is not well-formed PEM");
        }
    }

    private static X509Certificate certificate(byte[] encoded, String pointer) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded));
        } catch (CertificateException e) {
            throw Problem.INVALID.at(pointer, "certificate.unreadable", "has a certificate that cannot be read");
        }
    }

    /** PKCS#1 and SEC 1 keys become PKCS#8 by the algorithm that the certificate names. */
    private static PrivateKey key(byte[] encoded, PublicKey of) throws GeneralSecurityException {
        KeyFactory factory = KeyFactory.getInstance(of.getAlgorithm());
        try {
            return factory.generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            return factory.generatePrivate(new PKCS8EncodedKeySpec(Der.privateKeyInfo(of.getEncoded(), encoded)));
        }
    }
}
