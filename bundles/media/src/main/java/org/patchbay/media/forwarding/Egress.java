package org.patchbay.media.forwarding;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.patchbay.spi.media.EndpointOptions;
import org.patchbay.spi.media.Mids;
import org.patchbay.spi.media.SourceId;

/** What one endpoint receives: its mids, and what it says about them. Not thread-safe. */
final class Egress {

    /** So many packets are sent again between two ticks, however many are asked for. */
    static final int MAX_RETRANSMISSIONS = 100;

    private final MidPool audio;
    private final MidPool video;
    private int retransmissions;

    Egress(Endpoint endpoint, EndpointOptions options) {
        audio = new MidPool(endpoint, Mids.audio(options), false);
        video = new MidPool(endpoint, Mids.video(options), true);
    }

    int audioMids() {
        return audio.size();
    }

    int videoMids() {
        return video.size();
    }

    /** Puts tracks on mids; answers whether anything changed. */
    boolean carry(List<IncomingTrack> voices, List<IncomingTrack> pictures, long now) {
        boolean audioChanged = audio.carry(voices, now);
        boolean videoChanged = video.carry(pictures, now);
        return audioChanged || videoChanged;
    }

    /** Wants the layers that were decided. */
    void aim(LayerAllocation allocation, long now) {
        video.aim(allocation, now);
    }

    /** Begins all streams anew. */
    void restart(long now) {
        audio.restart(now);
        video.restart(now);
    }

    Map<String, SourceId> sourceByMid() {
        Map<String, SourceId> map = new LinkedHashMap<>();
        audio.writeTo(map);
        video.writeTo(map);
        return map;
    }

    /** The receiver misses the packet {@code first} and those marked of the 16 after it (RFC 4585, section 6.2.1). */
    void onNack(int ssrc, int first, int following, Workspace workspace, long now) {
        OutgoingTrack track = video.find(ssrc);
        if (track == null) {
            return;
        }
        int sendTime = SendTime.of(now);
        for (int i = 0; i <= 16 && retransmissions < MAX_RETRANSMISSIONS; i++) {
            boolean missing = i == 0 || ((following >> (i - 1)) & 1) != 0;
            if (missing && track.retransmit((first + i) & 0xFFFF, workspace, sendTime)) {
                retransmissions++;
            }
        }
    }

    /** The receiver cannot go on without a key frame. */
    void onPictureLoss(int ssrc, long now) {
        OutgoingTrack track = video.find(ssrc);
        if (track != null) {
            track.wantKeyFrame(now);
        }
    }

    void onTick() {
        retransmissions = 0;
    }
}
