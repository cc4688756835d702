package org.patchbay.media.forwarding;

import java.util.ArrayList;
import java.util.List;
import org.patchbay.media.rtp.RtpPacket;
import org.patchbay.spi.media.MediaTap;

/** The taps of a conference; while there is none they cost nothing. Not thread-safe. */
final class Taps {

    private static final long UNSIGNED = 0xFFFF_FFFFL;

    private final List<TapFeed> feeds = new ArrayList<>();

    void add(TapFeed feed) {
        feeds.add(feed);
    }

    void remove(TapFeed feed) {
        feeds.remove(feed);
        feed.end();
    }

    /** The conference ends, and they with it. */
    void removeAll() {
        feeds.forEach(feed -> {
            feed.event(MediaTap::conferenceGone);
            feed.end();
        });
        feeds.clear();
    }

    boolean isEmpty() {
        return feeds.isEmpty();
    }

    /** The greatest height that any of them wants; 0 if there is none. */
    int wantedHeight() {
        int most = 0;
        for (TapFeed feed : feeds) {
            most = Math.max(most, feed.wantedHeight());
        }
        return most;
    }

    /** A packet that is forwarded. */
    void packet(IncomingLayer layer, RtpPacket packet, long arrival) {
        IncomingTrack track = layer.track();
        if (track.isVideo() && layer.index() >= track.limit().allowedLayers()) {
            return;
        }
        for (int i = 0; i < feeds.size(); i++) {
            feeds.get(i).packet(track.source(), layer.ssrc() & UNSIGNED, packet, arrival);
        }
    }

    void senderReport(IncomingLayer layer, long ntp, int timestamp, long arrival) {
        for (TapFeed feed : feeds) {
            feed.senderReport(layer.track().source(), layer.ssrc() & UNSIGNED, ntp, timestamp & UNSIGNED, arrival);
        }
    }

    void opened(IncomingTrack track) {
        feeds.forEach(feed -> feed.event(tap -> tap.sourceOpened(track.source())));
    }

    void closed(IncomingTrack track) {
        feeds.forEach(feed -> feed.event(tap -> tap.sourceClosed(track.source())));
    }
}
