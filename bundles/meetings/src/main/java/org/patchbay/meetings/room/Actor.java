package org.patchbay.meetings.room;

import java.util.Optional;

/** Who does something in a room: a participant, or a script of the portal, which may do what a host may. Immutable. */
public record Actor(Optional<String> participant) {

    /** Somebody in the room, or before it. */
    public static Actor of(String participant) {
        return new Actor(Optional.of(participant));
    }

    /** A script. */
    public static Actor script() {
        return new Actor(Optional.empty());
    }
}
