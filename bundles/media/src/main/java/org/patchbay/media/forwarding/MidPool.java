package org.patchbay.media.forwarding;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.patchbay.spi.media.SourceId;

/** The receive mids of one kind of one receiver. Not thread-safe. */
final class MidPool {

    private final List<OutgoingTrack> mids;

    MidPool(Endpoint receiver, List<String> mids, boolean video) {
        this.mids = mids.stream()
                .map(mid -> new OutgoingTrack(receiver, mid, video))
                .toList();
    }

    int size() {
        return mids.size();
    }

    /** Puts these tracks on mids; what is on one already stays there. Answers whether anything changed since it was asked last. */
    boolean carry(List<IncomingTrack> wanted, long now) {
        Set<IncomingTrack> missing = new HashSet<>(wanted);
        List<OutgoingTrack> free = new ArrayList<>();
        for (OutgoingTrack mid : mids) {
            IncomingTrack source = mid.source();
            if (source == null || !missing.remove(source)) {
                free.add(mid);
            }
        }
        List<IncomingTrack> ordered = wanted.stream().filter(missing::contains).toList();
        for (int i = 0; i < free.size(); i++) {
            IncomingTrack next = i < ordered.size() ? ordered.get(i) : null;
            if (free.get(i).source() != next) {
                free.get(i).carry(next, now);
            }
        }
        boolean changed = false;
        for (OutgoingTrack mid : mids) {
            changed |= mid.isNews();
        }
        return changed;
    }

    /** Aims each mid at the layer that was decided for its source. */
    void aim(LayerAllocation allocation, long now) {
        for (OutgoingTrack mid : mids) {
            IncomingTrack source = mid.source();
            IncomingLayer layer = source == null ? null : allocation.layerOf(source);
            if (layer != null) {
                mid.aim(layer, now);
            }
        }
    }

    void restart(long now) {
        mids.forEach(mid -> mid.restart(now));
    }

    void writeTo(Map<String, SourceId> sourceByMid) {
        for (OutgoingTrack mid : mids) {
            IncomingTrack source = mid.source();
            if (source != null) {
                sourceByMid.put(mid.mid(), source.source().id());
            }
        }
    }

    @Nullable OutgoingTrack find(int ssrc) {
        for (int i = 0; i < mids.size(); i++) {
            if (mids.get(i).ssrc() == ssrc) {
                return mids.get(i);
            }
        }
        return null;
    }
}
