package org.patchbay.media.forwarding;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.patchbay.spi.media.ReceiverConstraints;

/**
 * Shares what a receiver's connection carries among the pictures it is to get: first each gets its smallest layer, then
 * those on stage get as much as they are wanted in, then all others take turns. A picture whose smallest layer does not
 * fit is paused. What is more than before must fit with room to spare, so that nothing swings to and fro. Not thread-safe.
 */
final class LayerAllocation {

    /** More than enough for whatever there may be. */
    static final long UNLIMITED = Long.MAX_VALUE / 4;

    private static final double ROOM_TO_SPARE = 1.15;

    private final IdentityHashMap<IncomingTrack, IncomingLayer> chosen = new IdentityHashMap<>();

    /** Decides and answers the pictures that are not paused, in their order. */
    List<IncomingTrack> decide(List<IncomingTrack> pictures, ReceiverConstraints constraints, long budget, long now) {
        int count = pictures.size();
        var most = new int[count];
        var got = new int[count];
        long left = budget;
        for (int i = 0; i < count; i++) {
            IncomingTrack track = pictures.get(i);
            int least = track.layerFor(0, now);
            most[i] = track.isMuted()
                    ? least
                    : track.layerFor(constraints.heightOf(track.source().id()), now);
            long cost = track.isMuted() ? 0 : bits(track, least, now);
            boolean fits = !track.isBarred() && cost * (chosen.containsKey(track) ? 1 : ROOM_TO_SPARE) <= left;
            got[i] = fits ? least : -1;
            left -= fits ? cost : 0;
        }
        for (int i = 0; i < count; i++) {
            if (constraints.onStage().contains(pictures.get(i).source().id())) {
                long before;
                do {
                    before = left;
                    left = raise(pictures.get(i), i, got, most, left, now);
                } while (left != before);
            }
        }
        long before;
        do {
            before = left;
            for (int i = 0; i < count; i++) {
                left = raise(pictures.get(i), i, got, most, left, now);
            }
        } while (left != before);
        return keep(pictures, got);
    }

    /** Gives a picture its next layer if there is one and it fits; answers what is left. */
    private long raise(IncomingTrack track, int at, int[] got, int[] most, long left, long now) {
        int next = got[at] < 0 ? Integer.MAX_VALUE : got[at] + 1;
        while (next <= most[at] && !track.layers().get(next).isLive(now)) {
            next++;
        }
        if (next > most[at]) {
            return left;
        }
        long more = Math.max(1, bits(track, next, now) - bits(track, got[at], now));
        IncomingLayer former = chosen.get(track);
        boolean had = former != null && former.index() >= next;
        if (more * (had ? 1 : ROOM_TO_SPARE) > left) {
            return left;
        }
        got[at] = next;
        return left - more;
    }

    private static long bits(IncomingTrack track, int layer, long now) {
        return track.layers().get(layer).neededBits(now);
    }

    private List<IncomingTrack> keep(List<IncomingTrack> pictures, int[] got) {
        chosen.clear();
        List<IncomingTrack> kept = new ArrayList<>();
        for (int i = 0; i < got.length; i++) {
            if (got[i] >= 0) {
                kept.add(pictures.get(i));
                chosen.put(pictures.get(i), pictures.get(i).layers().get(got[i]));
            }
        }
        return kept;
    }

    /** The layer that was decided for a picture; null if it is paused. */
    @Nullable IncomingLayer layerOf(IncomingTrack track) {
        return chosen.get(track);
    }
}
