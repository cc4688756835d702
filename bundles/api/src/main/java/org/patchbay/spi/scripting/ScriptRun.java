package org.patchbay.spi.scripting;

import java.util.Optional;
import org.patchbay.api.PortalId;

/**
 * On whose behalf a function is called.
 *
 * @param script the script's id
 * @param event the event being handled, if one is
 */
public record ScriptRun(PortalId portal, String script, Optional<String> event) {}
