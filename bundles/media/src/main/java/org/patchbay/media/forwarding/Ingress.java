package org.patchbay.media.forwarding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ice4j.util.Buffer;
import org.jspecify.annotations.Nullable;
import org.patchbay.media.rtcp.RtcpWriter;
import org.patchbay.media.rtcp.TransportFeedback;
import org.patchbay.media.rtp.BigEndian;
import org.patchbay.media.rtp.PayloadTypes;
import org.patchbay.media.rtp.RtpPacket;
import org.patchbay.media.transport.SrtpSession;
import org.patchbay.media.transport.SrtpStream;
import org.patchbay.spi.media.HeaderExtension;
import org.patchbay.spi.media.Source;
import org.patchbay.spi.media.SourceKind;

/** What one endpoint sends: its tracks, and the feedback it gets for them. Not thread-safe. */
final class Ingress {

    private static final int TWCC = HeaderExtension.TRANSPORT_CC.id();
    private static final int AUDIO_LEVEL = HeaderExtension.AUDIO_LEVEL.id();

    /** Voice is never limited: this much is allowed for it. */
    private static final long BITS_FOR_VOICE = 150_000;

    private static final int MAX_LAYERS = 24;

    private final Endpoint endpoint;
    private final ForwardingCounters counters;
    private final TransportFeedback feedback = new TransportFeedback(System.nanoTime());
    private List<IncomingTrack> tracks = List.of();
    private final int[] limited = new int[MAX_LAYERS];
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

    /** The layer that the SSRC is of, or its retransmissions. */
    @Nullable IncomingLayer layer(int ssrc) {
        for (int i = 0; i < tracks.size(); i++) {
            List<IncomingLayer> layers = tracks.get(i).layers();
            for (int k = 0; k < layers.size(); k++) {
                if (layers.get(k).isOf(ssrc)) {
                    return layers.get(k);
                }
            }
        }
        return null;
    }

    /** Decrypts a packet of ours and hands it to the receivers of its track. */
    void onRtp(Buffer buffer, SrtpSession session, Workspace workspace, long arrival) {
        int ssrc = RtpPacket.ssrc(buffer.getBuffer(), buffer.getOffset());
        IncomingLayer layer = layer(ssrc);
        if (layer == null) {
            counters.refused();
            return;
        }
        int length = layer.unprotect(session, ssrc, buffer.getBuffer(), buffer.getOffset(), buffer.getLength());
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
        boolean retransmitted = layer.isRetransmission(ssrc);
        if (retransmitted && !unwrap(layer, packet)) {
            return; // a probe
        }
        if (!layer.takes(packet.payloadType()) || !layer.accept(packet, retransmitted, arrival)) {
            return;
        }
        forward(layer, packet, workspace, arrival);
    }

    private static boolean unwrap(IncomingLayer layer, RtpPacket packet) {
        int original = PayloadTypes.original(packet.payloadType());
        return original >= 0 && packet.unwrapRtx(layer.ssrc(), original);
    }

    private void forward(IncomingLayer layer, RtpPacket packet, Workspace workspace, long arrival) {
        IncomingTrack track = layer.track();
        if (track.isVideo()) {
            workspace.payload.parse(packet);
            if (workspace.payload.keyFrameStart()) {
                layer.onKeyFrame(workspace.payload.height());
            }
        } else {
            int level = packet.extension(AUDIO_LEVEL, 1);
            if (level >= 0 && track.source().kind() == SourceKind.AUDIO && !endpoint.isMuted(track)) {
                endpoint.voice().onLevel(packet.buffer()[level], arrival);
            }
        }
        if (endpoint.isMuted(track)) {
            return;
        }
        if (!workspace.taps.isEmpty()) {
            workspace.taps.packet(layer, packet, arrival);
        }
        int sendTime = SendTime.of(arrival);
        List<OutgoingTrack> receivers = track.receivers();
        for (int i = 0; i < receivers.size(); i++) {
            receivers.get(i).forward(layer, packet, workspace, sendTime, arrival);
        }
    }

    /** A sender report: when, by this endpoint's clock, a timestamp was. */
    void onSenderReport(int ssrc, long ntp, int timestamp, Workspace workspace, long now) {
        IncomingLayer layer = layer(ssrc);
        if (layer == null || layer.isRetransmission(ssrc)) {
            return;
        }
        layer.onSenderReport(ntp, timestamp, now);
        workspace.taps.senderReport(layer, ntp, timestamp, now);
        for (OutgoingTrack receiver : layer.track().receivers()) {
            receiver.senderReport(layer, ntp, timestamp, workspace);
        }
    }

    /** Asks for key frames and missing packets. */
    void sendRequests(RtcpWriter writer, long now) {
        writer.start(endpoint.feedbackSsrc());
        int empty = writer.length();
        for (int i = 0; i < tracks.size(); i++) {
            List<IncomingLayer> layers = tracks.get(i).layers();
            for (int k = 0; tracks.get(i).isVideo() && k < layers.size(); k++) {
                request(layers.get(k), writer, now);
            }
        }
        if (writer.length() > empty) {
            endpoint.sendRtcp(writer);
        }
    }

    private void request(IncomingLayer layer, RtcpWriter writer, long now) {
        int missing = layer.nacks().collect(now);
        if (missing > 0) {
            writer.nack(endpoint.feedbackSsrc(), layer.ssrc(), layer.nacks().due(), missing);
        }
        if (layer.keyFrames().due(now)) {
            writer.pictureLoss(endpoint.feedbackSsrc(), layer.ssrc());
        }
    }

    /** Holds the sources to what may be sent; answers whether what is forwarded must change. */
    boolean limit(long now) {
        boolean changed = false;
        for (int i = 0; i < tracks.size(); i++) {
            IncomingTrack track = tracks.get(i);
            changed |= track.isVideo() && track.limit().update(track.layers(), now);
        }
        return changed;
    }

    /** Says how much may be sent, once more of each source that exceeds it. */
    void sendLimits(RtcpWriter writer) {
        long sum = 0;
        int count = 0;
        for (IncomingTrack track : tracks) {
            if (track.isVideo() && track.limit().bitsPerSecond() > 0) {
                sum += track.limit().bitsPerSecond();
                for (IncomingLayer layer : track.layers()) {
                    limited[count++] = layer.ssrc();
                }
            }
        }
        if (count == 0) {
            return;
        }
        writer.start(endpoint.feedbackSsrc());
        writer.maximum(endpoint.feedbackSsrc(), sum + BITS_FOR_VOICE, limited, count);
        for (IncomingTrack track : tracks) {
            if (track.limit().isExceeded()) {
                long each = track.limit().bitsPerSecond();
                writer.temporaryMaximum(
                        endpoint.feedbackSsrc(), track.layers().get(0).ssrc(), each);
            }
        }
        endpoint.sendRtcp(writer);
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
            for (IncomingLayer layer : track.layers()) {
                if (layer.statistics().heardAny()) {
                    writer.reportBlock(layer.statistics(), now);
                    any = true;
                }
            }
        }
        if (any) {
            endpoint.sendRtcp(writer);
        }
    }
}
