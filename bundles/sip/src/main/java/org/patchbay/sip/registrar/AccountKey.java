package org.patchbay.sip.registrar;

import org.patchbay.api.PortalId;

/** One account of one portal. Immutable. */
public record AccountKey(PortalId portal, String account) {}
