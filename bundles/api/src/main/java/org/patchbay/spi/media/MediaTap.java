package org.patchbay.spi.media;

import java.nio.ByteBuffer;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Hears what the endpoints of a conference send, as a bridge forwards it: decrypted, with the sender's own numbers,
 * retransmissions unwrapped, each packet once. What a host muted is not heard. Called by one thread at a time, which
 * is the tap's own: it may write to a disk, but what waits for it is bounded, and a tap that is too slow misses packets
 * ({@link #missed}).
 */
@ConsumerType
public interface MediaTap {

    /** The height in pixels that it wants to see of every video source, as a receiver would; asked once. */
    default int wantedHeight() {
        return 720;
    }

    /** The tap is open: comes first, and says by what to ask for key frames. */
    default void opened(OpenTap tap) {}

    /** There is such a source from now on; called for those that are there already, too. */
    default void sourceOpened(Source source) {}

    /**
     * A packet came. With simulcast those of all layers that are sent come, in no order among each other; those of one SSRC come
     * nearly in order, a retransmission late.
     *
     * @param ssrc of the layer, one of the source's primaries
     * @param rtp the whole packet with header and extensions; the tap's to keep
     * @param arrivalNanos by {@link System#nanoTime()}
     */
    default void packet(Source source, long ssrc, ByteBuffer rtp, long arrivalNanos) {}

    /**
     * A sender report came: when, by the sender's clock, a timestamp was (RFC 3550, section 6.4.1). All sources of an
     * endpoint share the clock.
     *
     * @param ntp 32 bits of seconds, 32 bits of their fraction
     * @param rtpTimestamp 0 to 2^32 - 1
     */
    default void senderReport(Source source, long ssrc, long ntp, long rtpTimestamp, long arrivalNanos) {}

    /** The source is no more. */
    default void sourceClosed(Source source) {}

    /** So many packets were not told, for the tap was too slow. */
    default void missed(long packets) {}

    /** The conference is no more, whether it was ended or lost; nothing more will be heard. */
    default void conferenceGone() {}
}
