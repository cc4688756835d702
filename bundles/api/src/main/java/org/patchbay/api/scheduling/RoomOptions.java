package org.patchbay.api.scheduling;

import java.util.Optional;
import org.patchbay.api.tenancy.Lobby;
import org.patchbay.api.tenancy.ScreenSharing;

/**
 * What is chosen of the room of a planned meeting; what is empty is as the portal has it when the room opens. Immutable.
 *
 * @param video the bandwidth profile of cameras
 * @param sharing the bandwidth profile of shared screens
 * @param pin 4 to 10 digits that guests have to know besides the link
 * @param lobby who waits until a host lets them in
 * @param screens who may share a screen without being asked to
 */
public record RoomOptions(
        Optional<String> video,
        Optional<String> sharing,
        Optional<String> pin,
        Optional<Lobby> lobby,
        Optional<ScreenSharing> screens) {

    /** A room as the portal has it. */
    public static final RoomOptions PORTAL =
            new RoomOptions(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
