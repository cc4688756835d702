package org.patchbay.scripting;

import org.patchbay.api.PortalId;

/** Which script, of which portal. */
public record ScriptKey(PortalId portal, String script) {}
