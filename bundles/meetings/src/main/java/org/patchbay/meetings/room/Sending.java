package org.patchbay.meetings.room;

import org.patchbay.api.tenancy.BandwidthProfile;
import org.patchbay.meetings.store.StoredMeeting;
import org.patchbay.spi.media.UploadLimits;

/** How much each participant sends at most, as the meeting's profiles say. */
record Sending(int videoKilobits, int sharingKilobits, int height) {

    static Sending of(StoredMeeting meeting) {
        BandwidthProfile video = profile(meeting.video());
        return new Sending(video.videoKilobits(), profile(meeting.sharing()).sharingKilobits(), video.height());
    }

    /** What the bridge holds a participant to. */
    UploadLimits limits() {
        return new UploadLimits(videoKilobits, sharingKilobits);
    }

    private static BandwidthProfile profile(String id) {
        return BandwidthProfile.of(id).orElse(BandwidthProfile.STANDARD);
    }
}
