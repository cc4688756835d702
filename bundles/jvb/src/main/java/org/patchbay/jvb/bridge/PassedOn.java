package org.patchbay.jvb.bridge;

import java.nio.ByteBuffer;
import org.patchbay.spi.media.MediaTap;
import org.patchbay.spi.media.OpenTap;
import org.patchbay.spi.media.Source;

/** Passes on what is heard, with a tap of our own. Called as a tap is. */
record PassedOn(MediaTap tap, OpenTap own) implements MediaTap {

    @Override
    public void opened(OpenTap open) {
        tap.opened(own);
    }

    @Override
    public void sourceOpened(Source source) {
        tap.sourceOpened(source);
    }

    @Override
    public void packet(Source source, long ssrc, ByteBuffer rtp, long arrivalNanos) {
        tap.packet(source, ssrc, rtp, arrivalNanos);
    }

    @Override
    public void senderReport(Source source, long ssrc, long ntp, long rtpTimestamp, long arrivalNanos) {
        tap.senderReport(source, ssrc, ntp, rtpTimestamp, arrivalNanos);
    }

    @Override
    public void sourceClosed(Source source) {
        tap.sourceClosed(source);
    }

    @Override
    public void missed(long packets) {
        tap.missed(packets);
    }

    @Override
    public void conferenceGone() {
        tap.conferenceGone();
    }
}
