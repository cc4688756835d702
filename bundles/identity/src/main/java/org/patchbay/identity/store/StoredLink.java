package org.patchbay.identity.store;

import java.time.Instant;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;

/**
 * A one-time link as it is kept.
 *
 * @param kind what it is for, such as {@code welcome}
 */
public record StoredLink(String tokenHash, PortalId portal, PersonId person, String kind, Instant expires) {}
