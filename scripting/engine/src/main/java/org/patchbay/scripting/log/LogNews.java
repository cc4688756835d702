package org.patchbay.scripting.log;

import java.util.List;
import org.patchbay.api.PortalId;
import org.patchbay.api.scripting.LogLine;

/** New lines of a script's log, as every node hears of them. */
record LogNews(PortalId portal, String script, List<LogLine> lines) {}
