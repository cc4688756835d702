package org.patchbay.certificates;

import java.util.List;
import org.patchbay.api.PortalId;

/**
 * Which certificate a portal's host shows.
 *
 * @param covered whether the certificate is made out to the host
 * @param local whether the host means this machine, to which browsers speak without a certificate
 * @param warnings codes as of the certificate, and not-covered
 */
public record Coverage(
        PortalId portal,
        String name,
        String host,
        boolean covered,
        boolean local,
        CertificateView certificate,
        List<String> warnings) {}
