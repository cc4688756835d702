package org.patchbay.api.tenancy;

import java.time.Instant;
import org.patchbay.api.PortalId;

/**
 * A portal: the tenant of one company.
 *
 * @param host the host name or IP address it answers on, lower case, unique on the server
 * @param language en, de, es or fr: for people who have chosen none
 * @param zone an IANA time zone
 * @param accent the portal's colour as {@code #rrggbb}
 * @param version grows with each change; the ETag of the resource
 */
public record Portal(
        PortalId id,
        String name,
        String host,
        String language,
        String zone,
        String accent,
        Instant created,
        long version) {}
