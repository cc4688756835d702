package org.patchbay.spi.media;

import java.util.List;

/** SSRCs that belong together (RFC 5576). Immutable. */
public record SsrcGroup(Semantics semantics, List<Long> ssrcs) {

    public SsrcGroup {
        ssrcs = List.copyOf(ssrcs);
        Check.that(ssrcs.size() <= 4, "/ssrcs", "has more than 4");
        Check.that(semantics != Semantics.FID || ssrcs.size() == 2, "/ssrcs", "of FID needs exactly 2");
    }

    /** A primary and its retransmissions. */
    public static SsrcGroup fid(long primary, long retransmissions) {
        return new SsrcGroup(Semantics.FID, List.of(primary, retransmissions));
    }

    /** How they belong together. */
    public enum Semantics {
        /** A primary and its retransmissions (RFC 4588). */
        FID,
        /** The layers of a simulcast, lowest first. */
        SIM
    }
}
