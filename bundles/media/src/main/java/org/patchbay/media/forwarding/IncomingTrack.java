package org.patchbay.media.forwarding;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.patchbay.media.rtcp.NackRequester;
import org.patchbay.media.rtcp.ReceiveStatistics;
import org.patchbay.media.rtp.PacketCache;
import org.patchbay.media.rtp.RtpPacket;
import org.patchbay.media.rtp.SequenceNumber;
import org.patchbay.media.transport.SrtpSession;
import org.patchbay.media.transport.SrtpStream;
import org.patchbay.spi.media.PayloadType;
import org.patchbay.spi.media.Source;
import org.patchbay.spi.media.SsrcGroup;

/**
 * A source as it comes from its sender: its first SSRC and the retransmissions of that one. Further SSRCs of a simulcast
 * are not looked at yet. Not thread-safe.
 */
final class IncomingTrack {

    private final Endpoint sender;
    private final Source source;
    private final int ssrc;
    private final int rtxSsrc;
    private final ReceiveStatistics statistics;
    private final NackRequester nacks = new NackRequester();
    private final PacketCache cache = new PacketCache();
    private final KeyFrameRequester keyFrames = new KeyFrameRequester();
    private final List<OutgoingTrack> receivers = new ArrayList<>();
    private @Nullable SrtpStream rtpStream;
    private @Nullable SrtpStream rtxStream;
    private int highest = -1;
    private int toldHeight = -1;

    IncomingTrack(Endpoint sender, Source source) {
        this.sender = sender;
        this.source = source;
        long primary = source.ssrcs().get(0);
        ssrc = (int) primary;
        rtxSsrc = source.groups().stream()
                .filter(group -> group.semantics() == SsrcGroup.Semantics.FID
                        && group.ssrcs().get(0) == primary)
                .map(group -> group.ssrcs().get(1).intValue())
                .findFirst()
                .orElse(0);
        int clockRate = isVideo() ? PayloadType.VP8.clockRate() : PayloadType.OPUS.clockRate();
        statistics = new ReceiveStatistics(ssrc, clockRate);
    }

    Endpoint sender() {
        return sender;
    }

    Source source() {
        return source;
    }

    boolean isVideo() {
        return source.kind().isVideo();
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

    int payloadType() {
        return (isVideo() ? PayloadType.VP8 : PayloadType.OPUS).number();
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
        }
        if (!isVideo()) {
            return true;
        }
        boolean newest = highest < 0 || SequenceNumber.isNewer(sequence, highest);
        if (!newest && (SequenceNumber.delta(highest, sequence) >= PacketCache.CAPACITY || cache.contains(sequence))) {
            return false;
        }
        highest = newest ? sequence : highest;
        cache.put(packet);
        if (!nacks.onPacket(sequence)) {
            keyFrames.want(arrival);
        }
        return true;
    }

    boolean find(int sequence, RtpPacket view) {
        return cache.find(sequence, view);
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

    /** The receive mids that carry this track. */
    List<OutgoingTrack> receivers() {
        return receivers;
    }

    /** Whether the greatest height that anybody wants has changed since the last call. */
    boolean heightChanged(int height) {
        boolean changed = height != toldHeight;
        toldHeight = height;
        return changed;
    }
}
