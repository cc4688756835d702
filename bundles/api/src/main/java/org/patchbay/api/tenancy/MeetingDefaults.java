package org.patchbay.api.tenancy;

/**
 * What a new meeting of the portal gets unless its host chooses otherwise. Immutable.
 *
 * @param video the bandwidth profile of cameras, one of the portal's
 * @param sharing the bandwidth profile of shared screens, one of the portal's
 */
public record MeetingDefaults(String video, String sharing) {

    /** What suits an office with an ordinary line. */
    public static MeetingDefaults standard() {
        return new MeetingDefaults(BandwidthProfile.STANDARD.id(), BandwidthProfile.STANDARD.id());
    }
}
