package org.patchbay.sip.trunk;

import org.patchbay.api.PortalId;

/** One trunk of one portal. Immutable. */
record TrunkKey(PortalId portal, String id) {}
