package org.patchbay.api.scheduling;

import java.time.Instant;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Caller;

/** A calendar of the own planned meetings for each person who wants one, behind a secret address. Thread-safe. */
@ProviderType
public interface CalendarFeeds {

    /** When the caller's feed was made; empty if there is none. */
    Optional<Instant> created(PortalId portal, Caller.Member by);

    /** Makes the caller's feed, or gives it another address, and answers the secret of it; it is told this once. */
    String renew(PortalId portal, Caller.Member by);

    /** Ends the caller's feed; harmless if there is none. */
    void revoke(PortalId portal, Caller.Member by);

    /**
     * The calendar (RFC 5545) of whose secret this is.
     *
     * @throws org.patchbay.api.PatchbayException NOT_FOUND for an unknown secret
     */
    String read(PortalId portal, String secret);
}
