package org.patchbay.media.forwarding;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.patchbay.media.rtp.PacketWriter;
import org.patchbay.media.rtp.PayloadTypes;
import org.patchbay.media.rtp.RtpPacket;
import org.patchbay.media.rtp.SequenceNumber;
import org.patchbay.media.rtp.VideoPayload;
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
    private @Nullable IncomingTrack told;
    private @Nullable IncomingLayer current;
    private @Nullable IncomingLayer target;
    private @Nullable SrtpStream rtpStream;
    private @Nullable SrtpStream rtxStream;
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

    /** Whether it carries another source than when this was asked last: one that is gone has left by itself. */
    boolean isNews() {
        boolean news = source != told;
        told = source;
        return news;
    }

    /** Puts another source, or none, on this mid. */
    void carry(@Nullable IncomingTrack next, long now) {
        if (source != null) {
            source.receivers().remove(this);
        }
        source = next;
        target = next == null ? null : next.layers().get(0);
        if (next != null) {
            next.receivers().add(this);
        }
        restart(now);
    }

    /** The stream was interrupted: a video starts again with a key frame. */
    void restart(long now) {
        current = null;
        wantKeyFrame(now);
    }

    /** The receiver, or a switch to another layer, needs a key frame. */
    void wantKeyFrame(long now) {
        IncomingLayer from = current == null ? target : current;
        if (from != null && video) {
            from.keyFrames().want(now);
        }
    }

    /** Wants another layer of the source; it is switched to when it has a key frame. */
    void aim(IncomingLayer layer, long now) {
        boolean changed = target != layer;
        target = layer;
        if (current != layer && (changed || layer.isLive(now))) {
            layer.keyFrames().want(now);
        }
    }

    /** The layer that goes out; null while none does. */
    @Nullable IncomingLayer current() {
        return current;
    }

    /** Forwards a packet of the source if it is of the layer that goes out; the workspace holds its payload's view. */
    void forward(IncomingLayer layer, RtpPacket packet, Workspace workspace, int sendTime, long now) {
        if (!receiver.isSecured() || (layer != current && !mayBegin(layer, workspace.payload, now))) {
            return;
        }
        int sequence = packet.sequence();
        if (layer != current) {
            begin(layer, packet, workspace.payload, now);
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
        writer.extensions(packet, midBytes, video ? sendTime : -1, receiver.nextTransportSequence());
        if (!writer.payload(packet)) {
            return;
        }
        if (video) {
            numbers.rewrite(packet, workspace.payload, writer);
        }
        numbers.sent(outSequence, outTimestamp, now);
        packetsSent++;
        octetsSent += packet.payloadLength();
        SrtpStream stream = rtpStream == null ? receiver.session().sender(ssrc) : rtpStream;
        rtpStream = stream;
        receiver.sendRtp(stream, writer);
    }

    /** Only a key frame begins: of the layer aimed at, or of a smaller one as long as there is no picture at all. */
    private boolean mayBegin(IncomingLayer layer, VideoPayload payload, long now) {
        IncomingLayer aim = target;
        if (!video || aim == null) {
            return aim != null;
        }
        if (layer != aim && (current != null || layer.index() > aim.index())) {
            return false;
        }
        if (!payload.keyFrameStart()) {
            aim.keyFrames().want(now);
            return false;
        }
        return true;
    }

    /** Of two layers of a source sender reports tell how their times relate; else the stream goes on as time did. */
    private void begin(IncomingLayer layer, RtpPacket packet, VideoPayload payload, long now) {
        IncomingLayer former = current;
        int timestamp = numbers.timestampAt(now);
        if (former != null && layer.isAlignedWith(former)) {
            int exact = numbers.timestamp(layer.timestampIn(former, packet.timestamp()));
            boolean sane = Math.abs(exact - timestamp) < layer.track().clockRate();
            timestamp = sane ? numbers.afterLast(exact) : timestamp;
        }
        numbers.begin(packet, payload, video, timestamp);
        current = layer;
        floor = packet.sequence();
    }

    /** Sends a packet again that the receiver misses, if it is still known (RFC 4588). */
    boolean retransmit(int outSequence, Workspace workspace, int sendTime) {
        IncomingLayer from = current;
        int sequence = numbers.incomingSequence(outSequence);
        RtpPacket packet = workspace.kept;
        if (from == null || SequenceNumber.delta(sequence, floor) < 0 || !from.find(sequence, packet)) {
            return false;
        }
        PacketWriter writer = workspace.writer;
        int timestamp = numbers.timestamp(packet.timestamp());
        rtxSequence = (rtxSequence + 1) & 0xFFFF;
        int retransmission = PayloadTypes.retransmission(packet.payloadType());
        writer.start(packet, retransmission, rtxSequence, timestamp, rtxSsrc);
        writer.extensions(packet, midBytes, sendTime, receiver.nextTransportSequence());
        writer.originalSequence(outSequence);
        if (!writer.payload(packet)) {
            return false;
        }
        workspace.payload.parse(packet);
        numbers.rewrite(packet, workspace.payload, writer);
        SrtpStream stream = rtxStream == null ? receiver.session().sender(rtxSsrc) : rtxStream;
        rtxStream = stream;
        receiver.sendRtp(stream, writer);
        return true;
    }

    /** Passes on when, by the sender's clock, a timestamp was (RFC 3550, section 6.4.1). */
    void senderReport(IncomingLayer layer, long ntp, int timestamp, Workspace workspace) {
        if (layer != current || !receiver.isSecured()) {
            return;
        }
        workspace.rtcpWriter.start(receiver.feedbackSsrc());
        workspace.rtcpWriter.senderReport(ssrc, ntp, numbers.timestamp(timestamp), packetsSent, octetsSent);
        receiver.sendRtcp(workspace.rtcpWriter);
    }
}
