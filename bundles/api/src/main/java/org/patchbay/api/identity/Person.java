package org.patchbay.api.identity;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.patchbay.api.PortalId;

/**
 * Somebody with an account in a portal.
 *
 * @param login unique in the portal, at most 64 characters, compared without case
 * @param roles names of roles, such as {@code administrator} and {@code user}
 * @param language empty for the portal's
 * @param hasPassword false until the set-password link was used
 * @param version grows with each change; the ETag of the resource
 */
public record Person(
        PersonId id,
        PortalId portal,
        String login,
        String name,
        Optional<String> email,
        Set<String> roles,
        Optional<String> language,
        boolean enabled,
        boolean hasPassword,
        Instant created,
        long version) {}
