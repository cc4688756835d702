package org.patchbay.identity.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.identity.Right;

/**
 * A token for programs as it is kept.
 *
 * @param scopes what it may be used for, as far as its person still may
 * @param networks from where; empty for everywhere
 */
public record StoredToken(
        String id,
        PortalId portal,
        PersonId person,
        String name,
        String secretHash,
        Set<Right> scopes,
        List<String> networks,
        Instant created,
        Instant expires,
        Optional<Instant> lastUsed,
        Optional<String> lastAddress) {}
