package org.patchbay.identity.store;

import java.util.Set;
import org.patchbay.api.PortalId;

/**
 * What a portal asks of those who sign in, as it is kept.
 *
 * @param secondFactor optional, roles or everybody
 * @param roles those of whom a second factor is asked
 * @param version 0 until something was chosen
 */
public record StoredPolicy(
        PortalId portal, String secondFactor, Set<String> roles, int longestPassword, long version) {}
