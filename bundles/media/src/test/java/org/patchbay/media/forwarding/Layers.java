package org.patchbay.media.forwarding;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.patchbay.media.rtp.BigEndian;
import org.patchbay.media.rtp.RtpPacket;
import org.patchbay.spi.media.EndpointId;
import org.patchbay.spi.media.EndpointOptions;
import org.patchbay.spi.media.Source;
import org.patchbay.spi.media.SourceId;
import org.patchbay.spi.media.SourceKind;
import org.patchbay.spi.media.SsrcGroup;
import org.patchbay.spi.media.UploadLimits;

/** Cameras in layers that have been sent for a second. */
final class Layers {

    static final long NOW = 100_000_000_000L;

    private static final int TENTHS_BEFORE = 12;
    private static final int TENTHS_PER_SECOND = 10;
    private static final long TENTH_NANOS = 100_000_000;
    private static final int PACKET = 1_000;

    private final List<IncomingTrack> tracks = new ArrayList<>();
    private int sequence;

    /** A camera whose layers, smallest first, have these rates in kilobits a second. */
    IncomingTrack camera(String owner, UploadLimits limits, int... kilobits) {
        var id = new EndpointId(owner);
        var endpoint = new Endpoint(
                id,
                EndpointOptions.standard().within(limits),
                new CountingTransport(),
                new ForwardingCounters(),
                NOW - TENTHS_BEFORE * TENTH_NANOS);
        long ssrc = 1 + 100L * tracks.size();
        List<SsrcGroup> groups = IntStream.range(0, kilobits.length)
                .mapToObj(i -> SsrcGroup.fid(ssrc + 10L * i, ssrc + 10L * i + 1))
                .toList();
        endpoint.ingress().replace(List.of(Source.simulcast(id, groups)));
        IncomingTrack track = endpoint.ingress().tracks().get(0);
        tracks.add(track);
        send(track, NOW - (TENTHS_BEFORE - 1) * TENTH_NANOS, TENTHS_BEFORE, kilobits);
        return track;
    }

    /** Sends for so long from a moment on; a rate of 0 sends nothing. */
    void send(IncomingTrack track, long from, int tenths, int... kilobits) {
        for (int tenth = 0; tenth < tenths; tenth++) {
            for (int i = 0; i < kilobits.length; i++) {
                int bytes = kilobits[i] * 1_000 / 8 / TENTHS_PER_SECOND;
                for (int part = 0; part < bytes; part += PACKET) {
                    track.layers()
                            .get(i)
                            .accept(packet(Math.min(PACKET, bytes - part)), false, from + tenth * TENTH_NANOS);
                }
            }
        }
    }

    private RtpPacket packet(int bytes) {
        var buffer = new byte[Math.max(RtpPacket.FIXED_HEADER_LENGTH, bytes)];
        buffer[0] = (byte) 0x80;
        buffer[1] = 100;
        BigEndian.put16(buffer, 2, ++sequence);
        var packet = new RtpPacket();
        packet.parse(buffer, 0, buffer.length);
        return packet;
    }

    static SourceId idOf(IncomingTrack track) {
        return SourceId.of(track.source().owner(), SourceKind.CAMERA);
    }
}
