package org.patchbay.spi.media;

import java.util.List;
import java.util.Map;

/**
 * What a receiver wants to see. Sources on stage come first, then shared screens, then who spoke last. Immutable.
 *
 * @param lastN the most video sources at a time; -1 for as many as there are mids
 * @param onStage in order of importance
 * @param defaultMaxHeight greatest height in pixels of a source that {@code maxHeight} does not name; 0 for none of them
 * @param maxHeight greatest height by source; 0 for not at all
 */
public record ReceiverConstraints(
        int lastN, List<SourceId> onStage, int defaultMaxHeight, Map<SourceId, Integer> maxHeight) {

    private static final int MAX_SOURCES = 200;
    private static final int MAX_HEIGHT = 4320;

    public ReceiverConstraints {
        onStage = List.copyOf(onStage);
        maxHeight = Map.copyOf(maxHeight);
        Check.that(lastN >= -1 && lastN <= MAX_SOURCES, "/lastN", "must be in -1 to " + MAX_SOURCES);
        Check.that(onStage.size() <= MAX_SOURCES, "/onStage", "has more than " + MAX_SOURCES);
        Check.that(maxHeight.size() <= MAX_SOURCES, "/maxHeight", "has more than " + MAX_SOURCES);
        checkHeight("/defaultMaxHeight", defaultMaxHeight);
        maxHeight.values().forEach(height -> checkHeight("/maxHeight", height));
    }

    /** As many sources as fit, each in full height. */
    public static ReceiverConstraints everything() {
        return new ReceiverConstraints(-1, List.of(), 1080, Map.of());
    }

    /** The greatest height wanted of a source. */
    public int heightOf(SourceId source) {
        return maxHeight.getOrDefault(source, defaultMaxHeight);
    }

    private static void checkHeight(String pointer, int height) {
        Check.that(height >= 0 && height <= MAX_HEIGHT, pointer, "must be in 0 to " + MAX_HEIGHT);
    }
}
