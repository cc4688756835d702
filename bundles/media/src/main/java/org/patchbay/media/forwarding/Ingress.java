package org.patchbay.media.forwarding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ice4j.util.Buffer;
import org.jspecify.annotations.Nullable;
import org.patchbay.media.rtcp.RtcpWriter;
import org.patchbay.media.rtcp.TransportFeedback;
import org.patchbay.media.rtp.BigEndian;
import org.patchbay.media.rtp.RtpPacket;
import org.patchbay.media.transport.SrtpSession;
import org.patchbay.media.transport.SrtpStream;
import org.patchbay.spi.media.HeaderExtension;
import org.patchbay.spi.media.Source;

/** What one endpoint sends: its tracks, and the feedback it gets for them. Not thread-safe. */
final class Ingress {

    private static final int TWCC = HeaderExtension.TRANSPORT_CC.id();
    private static final int AUDIO_LEVEL = HeaderExtension.AUDIO_LEVEL.id();

    private final Endpoint endpoint;
    private final ForwardingCounters counters;
    private final TransportFeedback feedback = new TransportFeedback(System.nanoTime());
    private List<IncomingTrack> tracks = List.of();
    private int latestSsrc;

    Ingress(Endpoint endpoint, ForwardingCounters counters) {
        this.endpoint = endpoint;
        this.counters = counters;
    }

    List<IncomingTrack> tracks() {
        return tracks;
    }

    /** Replaces the sources; tracks of those that stay go on. Answers the tracks that are no more. */
    List<IncomingTrack> replace(List<Source> sources) {
        List<IncomingTrack> next = new ArrayList<>();
        for (Source source : sources) {
            next.add(find(source).orElseGet(() -> new IncomingTrack(endpoint, source)));
        }
        List<IncomingTrack> gone = new ArrayList<>(tracks);
        gone.removeAll(next);
        tracks = List.copyOf(next);
        return gone;
    }

    private Optional<IncomingTrack> find(Source source) {
        return tracks.stream().filter(track -> track.source().equals(source)).findFirst();
    }

    private @Nullable IncomingTrack track(int ssrc) {
        for (int i = 0; i < tracks.size(); i++) {
            IncomingTrack track = tracks.get(i);
            if (track.isOf(ssrc)) {
                return track;
            }
        }
        return null;
    }

    /** Decrypts a packet of ours and hands it to the receivers of its track. */
    void onRtp(Buffer buffer, SrtpSession session, Workspace workspace, long arrival) {
        int ssrc = RtpPacket.ssrc(buffer.getBuffer(), buffer.getOffset());
        IncomingTrack track = track(ssrc);
        if (track == null) {
            counters.refused();
            return;
        }
        int length = track.unprotect(session, ssrc, buffer.getBuffer(), buffer.getOffset(), buffer.getLength());
        RtpPacket packet = workspace.packet;
        if (length == SrtpStream.REFUSED || !packet.parse(buffer.getBuffer(), buffer.getOffset(), length)) {
            counters.refused();
            return;
        }
        counters.received(buffer.getLength());
        latestSsrc = ssrc;
        int twcc = packet.extension(TWCC, 2);
        if (twcc >= 0) {
            feedback.onPacket(BigEndian.get16(packet.buffer(), twcc), arrival);
        }
        boolean retransmitted = track.isRetransmission(ssrc);
        if (retransmitted && !packet.unwrapRtx(track.ssrc(), track.payloadType())) {
            return; // a probe
        }
        if (packet.payloadType() != track.payloadType() || !track.accept(packet, retransmitted, arrival)) {
            return;
        }
        forward(track, packet, workspace, arrival);
    }

    private void forward(IncomingTrack track, RtpPacket packet, Workspace workspace, long arrival) {
        if (track.isVideo()) {
            workspace.vp8.parse(packet.buffer(), packet.payloadOffset(), packet.payloadLength());
            if (workspace.vp8.keyFrameStart()) {
                track.keyFrames().onKeyFrame();
            }
        } else {
            int level = packet.extension(AUDIO_LEVEL, 1);
            if (level >= 0 && !endpoint.isMuted(track)) {
                endpoint.voice().onLevel(packet.buffer()[level], arrival);
            }
        }
        if (endpoint.isMuted(track)) {
            return;
        }
        int sendTime = SendTime.of(arrival);
        List<OutgoingTrack> receivers = track.receivers();
        for (int i = 0; i < receivers.size(); i++) {
            receivers.get(i).forward(packet, workspace, sendTime, arrival);
        }
    }

    /** A sender report: when, by this endpoint's clock, a timestamp was. */
    void onSenderReport(int ssrc, long ntp, int timestamp, Workspace workspace, long now) {
        IncomingTrack track = track(ssrc);
        if (track == null || track.isRetransmission(ssrc)) {
            return;
        }
        track.statistics().onSenderReport(ntp, now);
        for (OutgoingTrack receiver : track.receivers()) {
            receiver.senderReport(ntp, timestamp, workspace);
        }
    }

    /** Asks for key frames and missing packets. */
    void sendRequests(RtcpWriter writer, long now) {
        writer.start(endpoint.feedbackSsrc());
        int empty = writer.length();
        for (int i = 0; i < tracks.size(); i++) {
            IncomingTrack track = tracks.get(i);
            if (track.isVideo()) {
                int missing = track.nacks().collect(now);
                if (missing > 0) {
                    writer.nack(
                            endpoint.feedbackSsrc(), track.ssrc(), track.nacks().due(), missing);
                }
                if (track.keyFrames().due(now)) {
                    writer.pictureLoss(endpoint.feedbackSsrc(), track.ssrc());
                }
            }
        }
        if (writer.length() > empty) {
            endpoint.sendRtcp(writer);
        }
    }

    /** Reports what arrived when. */
    void sendTransportFeedback(RtcpWriter writer) {
        while (feedback.pending()) {
            writer.start(endpoint.feedbackSsrc());
            int empty = writer.length();
            writer.transportFeedback(feedback, endpoint.feedbackSsrc(), latestSsrc);
            if (writer.length() == empty) {
                return;
            }
            endpoint.sendRtcp(writer);
        }
    }

    /** Reports loss and jitter. */
    void sendReceiverReport(RtcpWriter writer, long now) {
        writer.start(endpoint.feedbackSsrc());
        boolean any = false;
        for (IncomingTrack track : tracks) {
            if (track.statistics().heardAny()) {
                writer.reportBlock(track.statistics(), now);
                any = true;
            }
        }
        if (any) {
            endpoint.sendRtcp(writer);
        }
    }
}
