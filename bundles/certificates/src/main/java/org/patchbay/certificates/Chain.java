package org.patchbay.certificates;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.Problem;

/** Puts certificates in the order in which a server sends them, and sees that the key is the first one's. */
final class Chain {

    private static final int MOST = 10;

    private Chain() {}

    /** Finds the certificate that the key belongs to, and those above it. */
    static Identity order(List<X509Certificate> certificates, KeyReader reader, String pointer) {
        if (certificates.size() > MOST) {
            throw Problem.INVALID.at(pointer, "certificate.chain", "has more than " + MOST + " certificates");
        }
        for (X509Certificate leaf : certificates) {
            Optional<PrivateKey> key = keyOf(leaf, reader);
            if (key.isPresent()) {
                return new Identity(above(leaf, certificates), key.get());
            }
        }
        throw mismatch(pointer);
    }

    private static Optional<PrivateKey> keyOf(X509Certificate leaf, KeyReader reader) {
        try {
            PrivateKey key = reader.read(leaf);
            return fits(leaf, key) ? Optional.of(key) : Optional.empty();
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private static boolean fits(X509Certificate leaf, PrivateKey key) throws GeneralSecurityException {
        String algorithm =
                switch (leaf.getPublicKey().getAlgorithm()) {
                    case "RSA" -> "SHA256withRSA";
                    case "EC" -> "SHA256withECDSA";
                    default -> leaf.getPublicKey().getAlgorithm();
                };
        byte[] challenge = {1, 2, 3, 4, 5, 6, 7, 8};
        Signature signature = Signature.getInstance(algorithm);
        signature.initSign(key);
        signature.update(challenge);
        byte[] signed = signature.sign();
        signature.initVerify(leaf.getPublicKey());
        signature.update(challenge);
        return signature.verify(signed);
    }

    private static List<X509Certificate> above(X509Certificate leaf, List<X509Certificate> certificates) {
        List<X509Certificate> chain = new ArrayList<>(List.of(leaf));
        Optional<X509Certificate> next = issuer(leaf, certificates, chain);
        while (next.isPresent()) {
            chain.add(next.get());
            next = issuer(next.get(), certificates, chain);
        }
        return chain;
    }

    private static Optional<X509Certificate> issuer(
            X509Certificate of, List<X509Certificate> certificates, List<X509Certificate> taken) {
        return certificates.stream()
                .filter(candidate -> !taken.contains(candidate))
                .filter(candidate -> candidate.getSubjectX500Principal().equals(of.getIssuerX500Principal()))
                .filter(candidate -> vouches(candidate, of))
                .findFirst();
    }

    private static boolean vouches(X509Certificate issuer, X509Certificate of) {
        try {
            of.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static PatchbayException mismatch(String pointer) {
        return Problem.INVALID.at(
                pointer, "certificate.key-mismatch", "has a private key that belongs to none of its certificates");
    }

    /** Reads the key as one of the certificate's kind. */
    interface KeyReader {
        PrivateKey read(X509Certificate leaf) throws GeneralSecurityException;
    }
}
