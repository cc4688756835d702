package org.patchbay.jvb.bridge;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.patchbay.jvb.colibri.ChannelMessage;
import org.patchbay.spi.media.EndpointOptions;
import org.patchbay.spi.media.Mids;
import org.patchbay.spi.media.SourceId;

/**
 * Which source is on which receive mid of an endpoint. A videobridge tells what it puts on a mid and never what it takes
 * off: a source that is gone stays there until another comes. What is left is told by the sources that are known, and
 * those of video that are forwarded. For one thread at a time.
 */
final class MidMap {

    private final Set<String> audio;
    private final Set<String> video;
    private final Map<String, String> sourceByMid = new HashMap<>();
    private Set<String> forwarded = Set.of();
    private Optional<Map<String, SourceId>> told = Optional.empty();

    MidMap(EndpointOptions options) {
        audio = new HashSet<>(Mids.audio(options));
        video = new HashSet<>(Mids.video(options));
    }

    void forwarded(Set<String> sources) {
        forwarded = Set.copyOf(sources);
    }

    /** Takes in what moved. */
    void mapped(ChannelMessage.Mapped message) {
        for (ChannelMessage.Mapping mapping : message.mappings()) {
            sourceByMid.values().removeIf(mapping.source()::equals);
            sourceByMid.put(mapping.mid(), mapping.source());
        }
    }

    /** The map if it is another than the one before. */
    Optional<Map<String, SourceId>> changed(Function<String, Optional<SourceId>> known) {
        Map<String, SourceId> now = new HashMap<>();
        sourceByMid.forEach((mid, source) -> {
            if (audio.contains(mid) || (video.contains(mid) && forwarded.contains(source))) {
                known.apply(source).ifPresent(id -> now.put(mid, id));
            }
        });
        boolean same = told.isPresent() ? told.get().equals(now) : now.isEmpty();
        if (same) {
            return Optional.empty();
        }
        told = Optional.of(Map.copyOf(now));
        return told;
    }

    /**
     * Whether a source is on a mid that the endpoint does not have, though others are free. A videobridge numbers on
     * when somebody leaves and never takes a free mid again, so a long conference runs out of them; a new endpoint
     * begins at the first.
     */
    boolean isUsedUp(Function<String, Optional<SourceId>> known) {
        return isUsedUp("a", audio, known) || isUsedUp("v", video, known);
    }

    private boolean isUsedUp(String prefix, Set<String> mids, Function<String, Optional<SourceId>> known) {
        long inUse = 0;
        boolean beyond = false;
        for (Map.Entry<String, String> entry : sourceByMid.entrySet()) {
            if (entry.getKey().startsWith(prefix)
                    && known.apply(entry.getValue()).isPresent()) {
                inUse++;
                beyond |= !mids.contains(entry.getKey());
            }
        }
        return beyond && inUse <= mids.size();
    }
}
