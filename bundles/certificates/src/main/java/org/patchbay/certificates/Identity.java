package org.patchbay.certificates;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A certificate with those that vouch for it, and its private key. Immutable.
 *
 * @param chain the certificate of the host first
 */
record Identity(List<X509Certificate> chain, PrivateKey key) {

    private static final int DNS = 2;
    private static final int ADDRESS = 7;
    private static final Pattern COMMON_NAME = Pattern.compile("(?:^|,)CN=((?:[^,\\\\]|\\\\.)+)");

    Identity {
        chain = List.copyOf(chain);
    }

    X509Certificate leaf() {
        return chain.get(0);
    }

    /** The hosts it is made out to; names may begin with {@code *.}, which stands for one label. */
    Set<String> hosts() {
        Set<String> hosts = new LinkedHashSet<>();
        try {
            Collection<List<?>> names = leaf().getSubjectAlternativeNames();
            for (List<?> name : names == null ? List.<List<?>>of() : names) {
                if (name.get(0).equals(DNS) || name.get(0).equals(ADDRESS)) {
                    hosts.add(String.valueOf(name.get(1)).toLowerCase(Locale.ROOT));
                }
            }
        } catch (CertificateParsingException e) {
            return Set.of();
        }
        return hosts;
    }

    /** Whether a browser takes it for this host; the common name counts no more (RFC 9525). */
    boolean covers(String host) {
        int dot = host.indexOf('.');
        return hosts().stream()
                .anyMatch(name -> name.equals(host)
                        || (name.startsWith("*.")
                                && dot > 0
                                && name.substring(1).equals(host.substring(dot))));
    }

    /** Whether nobody but itself vouches for it. */
    boolean selfSigned() {
        if (!leaf().getSubjectX500Principal().equals(leaf().getIssuerX500Principal())) {
            return false;
        }
        try {
            leaf().verify(leaf().getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** Whether it is valid by then, or was: one for later waits for its day. */
    boolean hasBegun(Instant now) {
        return !from().isAfter(now);
    }

    /** Whether it came without the one that vouches for it. */
    boolean lacksIssuer() {
        return chain.size() == 1 && !selfSigned();
    }

    Instant from() {
        return leaf().getNotBefore().toInstant();
    }

    Instant until() {
        return leaf().getNotAfter().toInstant();
    }

    String subject() {
        return shortName(leaf().getSubjectX500Principal().getName());
    }

    String issuer() {
        return shortName(leaf().getIssuerX500Principal().getName());
    }

    private static String shortName(String name) {
        Matcher common = COMMON_NAME.matcher(name);
        return common.find() ? common.group(1).replace("\\", "") : name;
    }

    /** SHA-256 of the certificate, as browsers show it. */
    String fingerprint() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(leaf().getEncoded());
            return HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest);
        } catch (NoSuchAlgorithmException | java.security.cert.CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
