package org.patchbay.api.tenancy;

import java.util.Optional;

/**
 * What a new meeting of the portal gets unless its host chooses otherwise. Immutable.
 *
 * @param video the bandwidth profile of cameras, one of the portal's
 * @param sharing the bandwidth profile of shared screens, one of the portal's
 * @param lobby who waits until a host lets them in; never empty, given as empty it is nobody
 * @param screens who may share a screen; never empty, given as empty it is everybody
 */
public record MeetingDefaults(String video, String sharing, Optional<Lobby> lobby, Optional<ScreenSharing> screens) {

    public MeetingDefaults {
        lobby = Optional.of(lobby.orElse(Lobby.OFF));
        screens = Optional.of(screens.orElse(ScreenSharing.EVERYBODY));
    }

    /** Profiles for rooms as they are without a choice. */
    public MeetingDefaults(String video, String sharing) {
        this(video, sharing, Optional.empty(), Optional.empty());
    }

    /** What suits an office with an ordinary line. */
    public static MeetingDefaults standard() {
        return new MeetingDefaults(BandwidthProfile.STANDARD.id(), BandwidthProfile.STANDARD.id());
    }
}
