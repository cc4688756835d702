package org.patchbay.scheduling.invitation;

import java.util.HashMap;
import java.util.Map;

/** What previews of the mails of this slice are made of. */
final class TemplateSample {

    private static final String EXAMPLE = "https://portal.example/invitation#…";

    private TemplateSample() {}

    static Map<String, String> values() {
        Map<String, String> made = new HashMap<>();
        made.put("organizer", "Grace Hopper");
        made.put("title", "Jour fixe");
        made.put("when", "2026-11-30, 09:00–09:30 (Europe/Berlin)");
        made.put("series", "");
        made.put("agenda", "1. …\n2. …");
        made.put("phone", "+493012345678 · 48201763");
        made.put("pin", "PIN: 4711");
        made.put("message", "…");
        made.put("acceptLink", EXAMPLE);
        made.put("maybeLink", EXAMPLE);
        made.put("declineLink", EXAMPLE);
        return made;
    }
}
