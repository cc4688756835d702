package org.patchbay.api.tenancy;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How much a participant sends: the average upload of a camera and of a shared screen, and how large the picture is. */
public enum BandwidthProfile {
    LOW(300, 400, 360),
    STANDARD(900, 1000, 540),
    HIGH(1800, 2000, 720),
    HD(3500, 4000, 1080);

    private final int videoKilobits;
    private final int sharingKilobits;
    private final int height;

    BandwidthProfile(int videoKilobits, int sharingKilobits, int height) {
        this.videoKilobits = videoKilobits;
        this.sharingKilobits = sharingKilobits;
        this.height = height;
    }

    /** The lower-case name that portals and meetings use. */
    public String id() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Kilobits per second of a camera. */
    public int videoKilobits() {
        return videoKilobits;
    }

    /** Kilobits per second of a shared screen. */
    public int sharingKilobits() {
        return sharingKilobits;
    }

    /** Lines of the camera's picture. */
    public int height() {
        return height;
    }

    /** The profile of this name. */
    public static Optional<BandwidthProfile> of(String id) {
        return Arrays.stream(values())
                .filter(profile -> profile.id().equals(id))
                .findFirst();
    }

    /** The names of all, from the smallest on. */
    public static Set<String> ids() {
        return Arrays.stream(values()).map(BandwidthProfile::id).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
