package org.patchbay.extensions.rest;

import java.util.Map;
import java.util.Optional;
import org.patchbay.api.MayBeAbsent;
import org.patchbay.api.PortalId;
import org.patchbay.api.PutBack;
import org.patchbay.api.extensions.Destination;
import org.patchbay.api.extensions.VoiceMenu;
import org.patchbay.api.identity.DepartmentId;

/** What can be chosen of a menu, as in {@link VoiceMenu}; without a department it is of Default. Immutable. */
@PutBack(VoiceMenu.class)
public record VoiceMenuDraft(
        String number,
        String name,
        Optional<DepartmentId> department,
        String prompt,
        Map<String, Destination> keys,
        @MayBeAbsent boolean extensions,
        int seconds,
        int tries,
        Destination timeout,
        Destination wrong) {

    VoiceMenu thing(PortalId portal, String id, long version) {
        return new VoiceMenu(
                id,
                number,
                name,
                department.orElseGet(() -> DepartmentId.defaultOf(portal)),
                prompt,
                keys,
                extensions,
                seconds,
                tries,
                timeout,
                wrong,
                version);
    }
}
