package org.patchbay.media.forwarding;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.patchbay.media.rtp.PacketWriter;
import org.patchbay.media.rtp.RtpPacket;
import org.patchbay.media.rtp.SequenceNumber;
import org.patchbay.media.rtp.Vp8Descriptor;
import org.patchbay.media.transport.SrtpStream;
import org.patchbay.spi.media.PayloadType;

/**
 * One receive mid of one receiver: an SSRC of its own, and one for retransmissions, under which one source after another
 * goes out as one continuous stream. Not thread-safe.
 */
final class OutgoingTrack {

    /** A first number this low keeps the first rollover far away (RFC 3711, section 3.3.1). */
    private static final int MAX_FIRST_SEQUENCE = 0x4000;

    /** How far the floor may fall behind before it must follow, as numbers wrap. */
    private static final int MAX_BEHIND = 0x4000;

    private final Endpoint receiver;
    private final String mid;
    private final byte[] midBytes;
    private final boolean video;
    private final int ssrc;
    private final int rtxSsrc;
    private final ContinuousNumbers numbers;
    private @Nullable IncomingTrack source;
    private @Nullable SrtpStream rtpStream;
    private @Nullable SrtpStream rtxStream;
    private boolean fresh = true;
    private int floor;
    private int rtxSequence;
    private int packetsSent;
    private int octetsSent;

    OutgoingTrack(Endpoint receiver, String mid, boolean video) {
        var random = ThreadLocalRandom.current();
        this.receiver = receiver;
        this.mid = mid;
        this.midBytes = mid.getBytes(StandardCharsets.US_ASCII);
        this.video = video;
        this.ssrc = random.nextInt(1, Integer.MAX_VALUE);
        this.rtxSsrc = random.nextInt(Integer.MIN_VALUE, 0);
        this.rtxSequence = random.nextInt(MAX_FIRST_SEQUENCE);
        var clock = video ? PayloadType.VP8 : PayloadType.OPUS;
        this.numbers = new ContinuousNumbers(clock.clockRate(), random.nextInt(MAX_FIRST_SEQUENCE), random.nextInt());
    }

    String mid() {
        return mid;
    }

    int ssrc() {
        return ssrc;
    }

    Endpoint receiver() {
        return receiver;
    }

    @Nullable IncomingTrack source() {
        return source;
    }

    /** Puts another source, or none, on this mid. */
    void carry(@Nullable IncomingTrack next, long now) {
        if (source != null) {
            source.receivers().remove(this);
        }
        source = next;
        if (next != null) {
            next.receivers().add(this);
        }
        restart(now);
    }

    /** The stream was interrupted: a video starts again with a key frame. */
    void restart(long now) {
        fresh = true;
        if (source != null && source.isVideo()) {
            source.keyFrames().want(now);
        }
    }

    /** Forwards a packet of the source; the workspace holds its VP8 descriptor. */
    void forward(RtpPacket packet, Workspace workspace, int sendTime, long now) {
        if (!receiver.isSecured()) {
            return;
        }
        Vp8Descriptor vp8 = workspace.vp8;
        int sequence = packet.sequence();
        if (fresh) {
            if (video && !vp8.keyFrameStart()) {
                restart(now);
                return;
            }
            numbers.begin(packet, vp8, video, now);
            fresh = false;
            floor = sequence;
        }
        int above = SequenceNumber.delta(sequence, floor);
        if (above < 0) {
            return; // of before the interruption
        }
        floor = above > 2 * MAX_BEHIND - 1024 ? (sequence - MAX_BEHIND) & 0xFFFF : floor;
        int outSequence = numbers.sequence(sequence);
        int outTimestamp = numbers.timestamp(packet.timestamp());
        PacketWriter writer = workspace.writer;
        writer.start(packet, packet.payloadType(), outSequence, outTimestamp, ssrc);
        writer.extensions(packet, midBytes, video ? sendTime : -1);
        if (!writer.payload(packet)) {
            return;
        }
        numbers.rewriteVp8(packet, vp8, writer, video);
        numbers.sent(outSequence, outTimestamp, now);
        packetsSent++;
        octetsSent += packet.payloadLength();
        SrtpStream stream = rtpStream == null ? receiver.session().sender(ssrc) : rtpStream;
        rtpStream = stream;
        receiver.sendRtp(stream, writer);
    }

    /** Sends a packet again that the receiver misses, if it is still known (RFC 4588). */
    boolean retransmit(int outSequence, Workspace workspace, int sendTime) {
        IncomingTrack from = source;
        int sequence = numbers.incomingSequence(outSequence);
        RtpPacket packet = workspace.kept;
        if (from == null || fresh || SequenceNumber.delta(sequence, floor) < 0 || !from.find(sequence, packet)) {
            return false;
        }
        PacketWriter writer = workspace.writer;
        int timestamp = numbers.timestamp(packet.timestamp());
        rtxSequence = (rtxSequence + 1) & 0xFFFF;
        writer.start(packet, PayloadType.RTX.number(), rtxSequence, timestamp, rtxSsrc);
        writer.extensions(packet, midBytes, sendTime);
        writer.originalSequence(outSequence);
        if (!writer.payload(packet)) {
            return false;
        }
        workspace.vp8.parse(packet.buffer(), packet.payloadOffset(), packet.payloadLength());
        numbers.rewriteVp8(packet, workspace.vp8, writer, true);
        SrtpStream stream = rtxStream == null ? receiver.session().sender(rtxSsrc) : rtxStream;
        rtxStream = stream;
        receiver.sendRtp(stream, writer);
        return true;
    }

    /** Passes on when, by the sender's clock, a timestamp was (RFC 3550, section 6.4.1). */
    void senderReport(long ntp, int timestamp, Workspace workspace) {
        if (fresh || !receiver.isSecured()) {
            return;
        }
        workspace.rtcpWriter.start(receiver.feedbackSsrc());
        workspace.rtcpWriter.senderReport(ssrc, ntp, numbers.timestamp(timestamp), packetsSent, octetsSent);
        receiver.sendRtcp(workspace.rtcpWriter);
    }
}
