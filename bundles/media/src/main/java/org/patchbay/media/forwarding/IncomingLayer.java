package org.patchbay.media.forwarding;

import org.jspecify.annotations.Nullable;
import org.patchbay.media.rtcp.NackRequester;
import org.patchbay.media.rtcp.ReceiveStatistics;
import org.patchbay.media.rtp.PacketCache;
import org.patchbay.media.rtp.PayloadTypes;
import org.patchbay.media.rtp.RateMeter;
import org.patchbay.media.rtp.RtpPacket;
import org.patchbay.media.rtp.SequenceNumber;
import org.patchbay.media.transport.SrtpSession;
import org.patchbay.media.transport.SrtpStream;

/**
 * One encoding of a source as it comes from its sender: an SSRC and its retransmissions. A voice has one, a camera one for
 * each layer of its simulcast. Not thread-safe.
 */
final class IncomingLayer {

    /** After so long without a packet the sender has stopped it. */
    static final long STOPPED_NANOS = 1_500_000_000;

    /** What the smallest layer is taken to need until it was measured; each further one four times as much. */
    private static final long FIRST_GUESS = 80_000;

    private static final double NTP_UNITS = 4_294_967_296.0;

    private final IncomingTrack track;
    private final int index;
    private final int ssrc;
    private final int rtxSsrc;
    private final ReceiveStatistics statistics;
    private final NackRequester nacks = new NackRequester();
    private final KeyFrameRequester keyFrames = new KeyFrameRequester();
    private final RateMeter rate = new RateMeter();
    private final @Nullable PacketCache cache;
    private @Nullable SrtpStream rtpStream;
    private @Nullable SrtpStream rtxStream;
    private int highest = -1;
    private boolean heard;
    private long heardAt;
    private int height;
    private long usualBits;
    private boolean reported;
    private long reportedNtp;
    private int reportedTimestamp;

    /** Smaller layers have fewer packets a second, so fewer of them are kept. */
    IncomingLayer(IncomingTrack track, int index, int layersAbove, int ssrc, int rtxSsrc) {
        this.track = track;
        this.index = index;
        this.ssrc = ssrc;
        this.rtxSsrc = rtxSsrc;
        this.cache = track.isVideo() ? new PacketCache(PacketCache.CAPACITY >> layersAbove) : null;
        this.usualBits = FIRST_GUESS << (2 * index);
        this.statistics = new ReceiveStatistics(ssrc, track.clockRate());
    }

    IncomingTrack track() {
        return track;
    }

    /** 0 is the smallest. */
    int index() {
        return index;
    }

    int ssrc() {
        return ssrc;
    }

    boolean isOf(int candidate) {
        return candidate == ssrc || isRetransmission(candidate);
    }

    boolean isRetransmission(int candidate) {
        return candidate == rtxSsrc && rtxSsrc != 0;
    }

    /** Decrypts a packet of either SSRC; answers as {@link SrtpStream#unprotect}. */
    int unprotect(SrtpSession session, int from, byte[] buffer, int offset, int length) {
        if (isRetransmission(from)) {
            SrtpStream stream = rtxStream == null ? session.receiver(from) : rtxStream;
            rtxStream = stream;
            return stream.unprotect(buffer, offset, length);
        }
        SrtpStream stream = rtpStream == null ? session.receiver(from) : rtpStream;
        rtpStream = stream;
        return stream.unprotect(buffer, offset, length);
    }

    /**
     * Notes a packet; false if it came before, as a packet and its retransmission can, or is too late to tell. What passes
     * here is forwarded once, so that no SRTP index is used twice.
     */
    boolean accept(RtpPacket packet, boolean retransmitted, long arrival) {
        int sequence = packet.sequence();
        if (!retransmitted) {
            statistics.onPacket(sequence, packet.timestamp(), arrival);
            rate.add(packet.length(), arrival);
        }
        heard = true;
        heardAt = arrival;
        PacketCache kept = cache;
        if (kept == null) {
            return true;
        }
        boolean newest = highest < 0 || SequenceNumber.isNewer(sequence, highest);
        if (!newest && (SequenceNumber.delta(highest, sequence) >= kept.capacity() || kept.contains(sequence))) {
            return false;
        }
        highest = newest ? sequence : highest;
        kept.put(packet);
        if (!nacks.onPacket(sequence)) {
            keyFrames.want(arrival);
        }
        return true;
    }

    /** A key frame began; its height is 0 if unknown. */
    void onKeyFrame(int pixels) {
        keyFrames.onKeyFrame();
        height = pixels > 0 ? pixels : height;
    }

    /** In pixels as its last key frame said, else 0. */
    int knownHeight() {
        return height;
    }

    boolean find(int sequence, RtpPacket view) {
        return cache != null && cache.find(sequence, view);
    }

    /** Whether the sender sends it now. */
    boolean isLive(long now) {
        return heard && now - heardAt < STOPPED_NANOS;
    }

    long bitsPerSecond(long now) {
        return rate.bitsPerSecond(now);
    }

    /** What a receiver's connection must carry for it: what it had when it was last sent for a second. */
    long neededBits(long now) {
        if (rate.isSettled(now) && isLive(now)) {
            usualBits = rate.bitsPerSecond(now);
        }
        return usualBits;
    }

    ReceiveStatistics statistics() {
        return statistics;
    }

    NackRequester nacks() {
        return nacks;
    }

    KeyFrameRequester keyFrames() {
        return keyFrames;
    }

    /** When, by the sender's clock, a timestamp was (RFC 3550, section 6.4.1). */
    void onSenderReport(long ntp, int timestamp, long now) {
        statistics.onSenderReport(ntp, now);
        reported = true;
        reportedNtp = ntp;
        reportedTimestamp = timestamp;
    }

    /** Whether sender reports tell how the timestamps of both relate. */
    boolean isAlignedWith(IncomingLayer other) {
        return reported && other.reported;
    }

    /** What a timestamp of this one is in another's, by their sender reports. */
    int timestampIn(IncomingLayer other, int timestamp) {
        double seconds = (reportedNtp - other.reportedNtp) / NTP_UNITS;
        return timestamp - reportedTimestamp + other.reportedTimestamp + (int) Math.round(seconds * track.clockRate());
    }

    /** Which payload types it may carry. */
    boolean takes(int payloadType) {
        return track.isVideo() ? PayloadTypes.isVideo(payloadType) : PayloadTypes.isAudio(payloadType);
    }
}
