package org.patchbay.calls.plan;

import java.util.Map;
import org.patchbay.api.PortalId;
import org.patchbay.api.extensions.Destination;
import org.patchbay.api.extensions.VoiceMenu;
import org.patchbay.api.identity.DepartmentId;

/** The menu that a script asks a caller by. */
final class ScriptMenu {

    private static final int SECONDS = 10;

    private ScriptMenu() {}

    static VoiceMenu of(Verdict.Menu asked, PortalId portal) {
        return new VoiceMenu(
                "script",
                "00",
                "Script",
                DepartmentId.defaultOf(portal),
                asked.prompt(),
                Map.of(),
                false,
                SECONDS,
                1,
                Destination.HANG_UP,
                Destination.HANG_UP,
                0);
    }
}
