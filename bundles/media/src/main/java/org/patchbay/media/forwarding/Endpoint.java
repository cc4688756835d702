package org.patchbay.media.forwarding;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.ice4j.util.Buffer;
import org.jspecify.annotations.Nullable;
import org.patchbay.media.congestion.BandwidthEstimator;
import org.patchbay.media.rtcp.RtcpReader;
import org.patchbay.media.rtcp.RtcpWriter;
import org.patchbay.media.rtp.PacketWriter;
import org.patchbay.media.rtp.RtpPacket;
import org.patchbay.media.transport.EndpointTransport;
import org.patchbay.media.transport.SrtpSession;
import org.patchbay.media.transport.SrtpStream;
import org.patchbay.spi.media.BridgeException;
import org.patchbay.spi.media.BridgeException.Reason;
import org.patchbay.spi.media.EndpointId;
import org.patchbay.spi.media.EndpointOptions;
import org.patchbay.spi.media.ReceiverConstraints;
import org.patchbay.spi.media.RemoteTransport;
import org.patchbay.spi.media.UploadLimits;

/** One endpoint of a conference: it sends by its ingress and receives by its egress. Not thread-safe. */
final class Endpoint {

    private static final int SENDER_REPORT_LENGTH = 28;
    private static final int FIR_ENTRY = 8;
    private static final int MAX_TRAILER = 20;

    private final EndpointId id;
    private final EndpointTransport transport;
    private final ForwardingCounters counters;
    private final int feedbackSsrc = ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE);
    private final Voice voice = new Voice();
    private final Ingress ingress;
    private final Egress egress;
    private final LayerAllocation allocation = new LayerAllocation();
    private final BandwidthEstimator estimator = new BandwidthEstimator();
    private final UploadLimits upload;
    private final long addedAt;
    private final boolean forMany;
    private List<IncomingTrack> voices = List.of();
    private List<IncomingTrack> pictures = List.of();
    private ReceiverConstraints constraints = ReceiverConstraints.everything();
    private @Nullable SrtpSession session;
    private @Nullable RemoteTransport remote;
    private boolean audioMuted;
    private boolean videoMuted;

    Endpoint(
            EndpointId id,
            EndpointOptions options,
            EndpointTransport transport,
            ForwardingCounters counters,
            long now) {
        this(id, options, transport, counters, now, false);
    }

    /** One {@code forMany} is another server, which sends what is anybody's. */
    Endpoint(
            EndpointId id,
            EndpointOptions options,
            EndpointTransport transport,
            ForwardingCounters counters,
            long now,
            boolean forMany) {
        this.id = id;
        this.transport = transport;
        this.counters = counters;
        this.addedAt = now;
        this.forMany = forMany;
        this.ingress = new Ingress(this, counters);
        this.egress = new Egress(this, options);
        this.upload = options.upload();
    }

    EndpointId id() {
        return id;
    }

    /** Whether it may send what is that owner's. */
    boolean speaksFor(EndpointId owner) {
        return forMany || owner.equals(id);
    }

    EndpointTransport transport() {
        return transport;
    }

    /** Starts connecting, or adds candidates. The only thing that any thread may do. */
    void connect(RemoteTransport told) throws BridgeException {
        RemoteTransport before;
        synchronized (transport) {
            before = remote;
            remote = before == null ? told : before;
        }
        if (before == null) {
            transport.connect(told);
            return;
        }
        boolean same = before.ufrag().equals(told.ufrag())
                && before.pwd().equals(told.pwd())
                && before.fingerprint().equals(told.fingerprint());
        if (!same) {
            throw new BridgeException(Reason.CONFLICT, "The credentials of endpoint " + id + " cannot change");
        }
        transport.update(told);
    }

    Ingress ingress() {
        return ingress;
    }

    Egress egress() {
        return egress;
    }

    Voice voice() {
        return voice;
    }

    long addedAt() {
        return addedAt;
    }

    /** The SSRC of the bridge as a receiver, which feedback comes from. */
    int feedbackSsrc() {
        return feedbackSsrc;
    }

    ReceiverConstraints constraints() {
        return constraints;
    }

    void constraints(ReceiverConstraints next) {
        constraints = next;
    }

    /** What it is to get, if its connection carries all of it. */
    void select(List<IncomingTrack> nextVoices, List<IncomingTrack> nextPictures) {
        voices = nextVoices;
        pictures = nextPictures;
    }

    /** Puts on its mids what its connection carries; answers whether another source is on any of them. */
    boolean distribute(long now) {
        List<IncomingTrack> carried = allocation.decide(pictures, constraints, budgetForPictures(now), now);
        boolean changed = egress.carry(voices, carried, now);
        egress.aim(allocation, now);
        return changed;
    }

    /** What the connection carries beside the voices. */
    private long budgetForPictures(long now) {
        long budget = estimator.bitsPerSecond();
        for (IncomingTrack voice : voices) {
            budget -= voice.layers().get(0).bitsPerSecond(now);
        }
        return Math.max(0, budget);
    }

    /** Whether its connection carries less than when this was asked last. */
    boolean carriesLess() {
        return estimator.fell();
    }

    UploadLimits upload() {
        return upload;
    }

    void mute(boolean audio, boolean video) {
        audioMuted = audio;
        videoMuted = video;
    }

    boolean isMuted(IncomingTrack track) {
        return track.isVideo() ? videoMuted : audioMuted;
    }

    void secure(SrtpSession next) {
        session = next;
    }

    boolean isSecured() {
        return session != null;
    }

    SrtpSession session() {
        if (session == null) {
            throw new IllegalStateException("Endpoint " + id + " has no keys yet");
        }
        return session;
    }

    void onPacket(Buffer buffer, Workspace workspace, long arrival) {
        SrtpSession keys = session;
        if (keys == null) {
            return;
        }
        if (RtpPacket.isRtp(buffer.getBuffer(), buffer.getOffset(), buffer.getLength())) {
            ingress.onRtp(buffer, keys, workspace, arrival);
        } else if (RtpPacket.isRtcp(buffer.getBuffer(), buffer.getOffset(), buffer.getLength())) {
            onRtcp(buffer, keys, workspace, arrival);
        } else {
            counters.refused();
        }
    }

    private void onRtcp(Buffer buffer, SrtpSession keys, Workspace workspace, long now) {
        int length = keys.unprotectRtcp(buffer.getBuffer(), buffer.getOffset(), buffer.getLength());
        if (length == SrtpStream.REFUSED) {
            counters.refused();
            return;
        }
        counters.received(buffer.getLength());
        RtcpReader reader = workspace.rtcpReader;
        reader.start(buffer.getBuffer(), buffer.getOffset(), length);
        while (reader.next()) {
            if (reader.type() == RtcpReader.SENDER_REPORT && reader.length() >= SENDER_REPORT_LENGTH) {
                long ntp = ((long) reader.word(8) << 32) | (reader.word(12) & 0xFFFF_FFFFL);
                ingress.onSenderReport(reader.word(4), ntp, reader.word(16), workspace, now);
            } else {
                onFeedback(reader, workspace, now);
            }
        }
    }

    private void onFeedback(RtcpReader reader, Workspace workspace, long now) {
        if (reader.isFeedback(RtcpReader.TRANSPORT_FEEDBACK, RtcpReader.TRANSPORT_CC)) {
            estimator.onFeedback(reader.buffer(), reader.offset(), reader.length(), now);
        } else if (reader.isFeedback(RtcpReader.TRANSPORT_FEEDBACK, RtcpReader.NACK)) {
            for (int i = 0; i < reader.entries(4); i++) {
                int entry = reader.entry(i, 4);
                egress.onNack(reader.word(8), entry >>> 16, entry & 0xFFFF, workspace, now);
            }
        } else if (reader.isFeedback(RtcpReader.PAYLOAD_FEEDBACK, RtcpReader.PICTURE_LOSS)) {
            egress.onPictureLoss(reader.word(8), now);
        } else if (reader.isFeedback(RtcpReader.PAYLOAD_FEEDBACK, RtcpReader.FULL_INTRA_REQUEST)) {
            for (int i = 0; i < reader.entries(FIR_ENTRY); i++) {
                egress.onPictureLoss(reader.entry(i, FIR_ENTRY), now);
            }
        } else if (reader.isMaximum()) {
            estimator.onMaximum(reader.maximum());
        }
    }

    int nextTransportSequence() {
        return estimator.nextSequence();
    }

    /** Encrypts what the writer holds and sends it. */
    void sendRtp(SrtpStream stream, PacketWriter writer) {
        int length = stream.protect(writer.buffer(), 0, writer.length());
        if (length != SrtpStream.REFUSED && transport.send(writer.buffer(), 0, length)) {
            estimator.sent(writer.transportSequence(), length, System.nanoTime());
            counters.sent(length);
        }
    }

    /** Encrypts what the writer holds and sends it. */
    void sendRtcp(RtcpWriter writer) {
        SrtpSession keys = session;
        if (keys == null || writer.length() + MAX_TRAILER > writer.buffer().length) {
            return;
        }
        int length = keys.protectRtcp(writer.buffer(), 0, writer.length());
        if (length != SrtpStream.REFUSED) {
            transport.send(writer.buffer(), 0, length);
        }
    }
}
