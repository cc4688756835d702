package org.patchbay.jvb.bridge;

import java.util.List;
import org.patchbay.spi.media.Source;
import org.patchbay.spi.media.SsrcGroup;

/** Sources as a videobridge forwards them to who has no pool of mids. */
final class Forwarded {

    private Forwarded() {}

    /** Of a picture one stream, whatever layer it is of at the moment, under the first SSRC and that one's retransmissions. */
    static Source asForwarded(Source source) {
        if (!source.kind().isVideo()) {
            return source;
        }
        long primary = source.ssrcs().get(0);
        List<SsrcGroup> pair = source.groups().stream()
                .filter(group -> group.semantics() == SsrcGroup.Semantics.FID
                        && group.ssrcs().get(0) == primary)
                .limit(1)
                .toList();
        List<Long> ssrcs = pair.isEmpty() ? List.of(primary) : pair.get(0).ssrcs();
        return new Source(source.id(), source.owner(), source.kind(), ssrcs, pair);
    }
}
