package org.patchbay.calls.plan;

import java.time.Instant;
import org.patchbay.api.PortalId;

/**
 * Somebody wants to call. Immutable.
 *
 * @param called as dialled
 */
public record Inquiry(PortalId portal, Who caller, String called, Instant at) {}
