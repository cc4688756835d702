package org.patchbay.sip.event;

import org.patchbay.api.PortalId;

/** What is watched. Immutable. */
record Watched(PortalId portal, String eventPackage, String resource) {}
