package org.patchbay.extensions.rest;

import java.util.Optional;
import org.patchbay.api.PortalId;
import org.patchbay.api.PutBack;
import org.patchbay.api.extensions.ConferenceRoom;
import org.patchbay.api.identity.DepartmentId;

/** What can be chosen of a conference room, as in {@link ConferenceRoom}; without a department it is of Default. Immutable. */
@PutBack(ConferenceRoom.class)
public record ConferenceRoomDraft(
        String number, String name, Optional<DepartmentId> department, Optional<String> pin, int most) {

    ConferenceRoom thing(PortalId portal, String id, long version) {
        return new ConferenceRoom(
                id, number, name, department.orElseGet(() -> DepartmentId.defaultOf(portal)), pin, most, version);
    }
}
