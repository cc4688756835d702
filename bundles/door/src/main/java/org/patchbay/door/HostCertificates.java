package org.patchbay.door;

import java.security.Principal;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.SSLSession;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.ssl.X509;
import org.jspecify.annotations.Nullable;

/**
 * Picks the certificate for the name that a client asks for (RFC 6066, section 3): a portal's own before the server's, one
 * made out to the very name before a wildcard, the one that lasts longer. Jetty alone takes what fits the first kind of key,
 * so that a wildcard of another kind of key would win. Thread-safe.
 */
public final class HostCertificates extends SslContextFactory.Server {

    /** What the server's own are called in the keystore, this or this with a number; bundles/certificates writes them. */
    private static final String OWN = "patchbay";

    // Null is Jetty's word for "not with this kind of key"; it asks again with the next.
    @Override
    public @Nullable String sniSelect(
            String keyType,
            Principal[] issuers,
            SSLSession session,
            @Nullable String sniHost,
            Collection<X509> certificates) {
        if (sniHost == null) {
            return super.sniSelect(keyType, issuers, session, sniHost, certificates);
        }
        String host = sniHost.toLowerCase(Locale.ROOT);
        Optional<String> best = getAliases().stream()
                .map(this::getX509)
                .filter(Objects::nonNull)
                .filter(certificate -> certificate.matches(host))
                .max(Comparator.comparing((X509 certificate) -> !ofServer(certificate))
                        .thenComparing(certificate -> certificate.getHosts().contains(host))
                        .thenComparing(
                                certificate -> certificate.getCertificate().getNotAfter()))
                .map(X509::getAlias);
        if (best.isEmpty()) {
            return super.sniSelect(keyType, issuers, session, sniHost, certificates);
        }
        return best.filter(alias -> certificates.stream()
                        .anyMatch(certificate -> certificate.getAlias().equals(alias)))
                .orElse(null);
    }

    private static boolean ofServer(X509 certificate) {
        String alias = certificate.getAlias();
        return alias.equals(OWN) || alias.startsWith(OWN + "-");
    }
}
