package org.patchbay.spi.media;

import java.util.ArrayList;
import java.util.List;

/**
 * One thing an endpoint sends. Immutable.
 *
 * @param ssrcs all of them, retransmissions too: primary first, in order of rising resolution with simulcast; at most 8
 * @param groups {@code FID} pairs a primary with its retransmissions, {@code SIM} lists the primaries (RFC 5576)
 */
public record Source(SourceId id, EndpointId owner, SourceKind kind, List<Long> ssrcs, List<SsrcGroup> groups) {

    private static final int MAX_SSRCS = 8;

    public Source {
        ssrcs = List.copyOf(ssrcs);
        groups = List.copyOf(groups);
        Check.that(id.equals(SourceId.of(owner, kind)), "/id", "does not fit owner and kind");
        Check.that(!ssrcs.isEmpty() && ssrcs.size() <= MAX_SSRCS, "/ssrcs", "needs 1 to " + MAX_SSRCS);
        Check.that(ssrcs.stream().distinct().count() == ssrcs.size(), "/ssrcs", "has one twice");
        Check.that(groups.size() <= MAX_SSRCS, "/groups", "has more than " + MAX_SSRCS);
        for (long ssrc : ssrcs) {
            Check.that(ssrc > 0 && ssrc <= 0xFFFF_FFFFL, "/ssrcs", "must be in 1 to 4294967295");
        }
        for (SsrcGroup group : groups) {
            Check.that(ssrcs.containsAll(group.ssrcs()), "/groups", "names an SSRC that is not in ssrcs");
        }
    }

    /** A microphone. */
    public static Source audio(EndpointId owner, long ssrc) {
        return new Source(SourceId.of(owner, SourceKind.AUDIO), owner, SourceKind.AUDIO, List.of(ssrc), List.of());
    }

    /** A camera without simulcast. */
    public static Source camera(EndpointId owner, long ssrc, long rtx) {
        return video(owner, SourceKind.CAMERA, ssrc, rtx);
    }

    /** A shared screen. */
    public static Source desktop(EndpointId owner, long ssrc, long rtx) {
        return video(owner, SourceKind.DESKTOP, ssrc, rtx);
    }

    /** A camera in several layers, smallest first: each a primary and its retransmissions. */
    public static Source simulcast(EndpointId owner, List<SsrcGroup> layers) {
        List<Long> primaries =
                layers.stream().map(layer -> layer.ssrcs().get(0)).toList();
        List<SsrcGroup> groups = new ArrayList<>(List.of(new SsrcGroup(SsrcGroup.Semantics.SIM, primaries)));
        groups.addAll(layers);
        List<Long> ssrcs = new ArrayList<>(primaries);
        layers.forEach(layer -> ssrcs.add(layer.ssrcs().get(1)));
        return new Source(SourceId.of(owner, SourceKind.CAMERA), owner, SourceKind.CAMERA, ssrcs, groups);
    }

    private static Source video(EndpointId owner, SourceKind kind, long ssrc, long rtx) {
        var fid = new SsrcGroup(SsrcGroup.Semantics.FID, List.of(ssrc, rtx));
        return new Source(SourceId.of(owner, kind), owner, kind, List.of(ssrc, rtx), List.of(fid));
    }
}
