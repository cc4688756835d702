package org.patchbay.certificates;

import java.time.Instant;
import java.util.List;

/**
 * A certificate as it is shown; never its key.
 *
 * @param hosts the names and addresses it is made out to
 * @param fingerprint SHA-256, as browsers show it
 * @param warnings codes: self-signed, expired, expires-soon, not-yet-valid, no-hosts
 */
public record CertificateView(
        String id,
        String subject,
        String issuer,
        List<String> hosts,
        Instant from,
        Instant until,
        String fingerprint,
        boolean selfSigned,
        List<String> warnings) {

    static CertificateView of(String id, Identity identity, Instant now) {
        return new CertificateView(
                id,
                identity.subject(),
                identity.issuer(),
                List.copyOf(identity.hosts()),
                identity.from(),
                identity.until(),
                identity.fingerprint(),
                identity.selfSigned(),
                Warnings.of(identity, now));
    }
}
