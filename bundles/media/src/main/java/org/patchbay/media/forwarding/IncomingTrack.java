package org.patchbay.media.forwarding;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.patchbay.spi.media.PayloadType;
import org.patchbay.spi.media.Source;
import org.patchbay.spi.media.SsrcGroup;

/** A source as it comes from its sender, in one layer or, with simulcast, in several. Not thread-safe. */
final class IncomingTrack {

    /** A layer nearly as high as wanted is high enough. */
    private static final double HIGH_ENOUGH = 0.85;

    /** The height of the highest layer until a key frame tells it. */
    private static final int LIKELY_HEIGHT = 720;

    private final Endpoint sender;
    private final Source source;
    private final List<IncomingLayer> layers;
    private final List<OutgoingTrack> receivers = new ArrayList<>();
    private final UploadLimit limit;
    private int toldHeight = -1;

    IncomingTrack(Endpoint sender, Source source) {
        this.sender = sender;
        this.source = source;
        this.limit = new UploadLimit(sender.upload().kilobits(source.kind()));
        List<Long> primaries = source.groups().stream()
                .filter(group -> group.semantics() == SsrcGroup.Semantics.SIM)
                .findFirst()
                .map(SsrcGroup::ssrcs)
                .orElse(source.ssrcs().subList(0, 1));
        layers = IntStream.range(0, primaries.size())
                .mapToObj(i -> new IncomingLayer(
                        this,
                        i,
                        primaries.size() - 1 - i,
                        primaries.get(i).intValue(),
                        retransmissions(source, primaries.get(i))))
                .toList();
    }

    private static int retransmissions(Source source, long primary) {
        return source.groups().stream()
                .filter(group -> group.semantics() == SsrcGroup.Semantics.FID
                        && group.ssrcs().get(0) == primary)
                .map(group -> group.ssrcs().get(1).intValue())
                .findFirst()
                .orElse(0);
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

    int clockRate() {
        return (isVideo() ? PayloadType.VP8 : PayloadType.OPUS).clockRate();
    }

    /** Smallest first. */
    List<IncomingLayer> layers() {
        return layers;
    }

    /** The height of a layer: told by its key frames, else half of the next. */
    private int heightOf(int index) {
        int doubled = 0;
        for (int i = index; i < layers.size(); i++, doubled++) {
            if (layers.get(i).knownHeight() > 0) {
                return layers.get(i).knownHeight() >> doubled;
            }
        }
        return LIKELY_HEIGHT >> (layers.size() - 1 - index);
    }

    /** The smallest of the layers sent now that is high enough; the largest if none is, the first of all if none is sent. */
    int layerFor(int wantedHeight, long now) {
        int best = -1;
        for (int i = 0; i < layers.size() && i < limit.allowedLayers(); i++) {
            if (layers.get(i).isLive(now)) {
                best = i;
                if (heightOf(i) >= wantedHeight * HIGH_ENOUGH) {
                    return i;
                }
            }
        }
        return Math.max(best, 0);
    }

    /** Whether nothing of it is forwarded, for even its smallest layer is more than its sender may send. */
    boolean isBarred() {
        return limit.allowedLayers() == 0;
    }

    /** Whether its sender was muted by the host. */
    boolean isMuted() {
        return sender.isMuted(this);
    }

    UploadLimit limit() {
        return limit;
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
