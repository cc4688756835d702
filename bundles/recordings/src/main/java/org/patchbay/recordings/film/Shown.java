package org.patchbay.recordings.film;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.patchbay.recordings.film.matroska.MatroskaReader;
import org.patchbay.spi.media.SourceKind;

/**
 * A stretch of a track in which it shows something, in milliseconds of the recording. A camera that was off for a while has
 * several.
 */
record Shown(Track track, long startMillis, long endMillis) {

    private static final long LONGEST_GAP_OF_A_CAMERA = 3_000;

    /** Of a screen where nothing moves there is a picture now and then. */
    private static final long LONGEST_GAP_OF_A_SCREEN = 15_000;

    private static final long LEAST_MILLIS = 100;

    boolean isScreen() {
        return track.kind() == SourceKind.DESKTOP;
    }

    boolean covers(long startMillis, long endMillis) {
        return this.startMillis <= startMillis && this.endMillis >= endMillis;
    }

    /** The stretches of a track. */
    static List<Shown> of(Track track) throws IOException {
        long gap = track.kind() == SourceKind.DESKTOP ? LONGEST_GAP_OF_A_SCREEN : LONGEST_GAP_OF_A_CAMERA;
        long offset = track.offset().toMillis();
        List<Shown> all = new ArrayList<>();
        long[] stretch = {-1, -1};
        try (SeekableByteChannel file = Files.newByteChannel(track.file())) {
            new MatroskaReader(file).read((millis, key, data) -> {
                if (stretch[0] >= 0 && millis - stretch[1] > gap) {
                    add(all, track, offset + stretch[0], offset + stretch[1]);
                    stretch[0] = -1;
                }
                stretch[0] = stretch[0] < 0 ? millis : stretch[0];
                stretch[1] = millis;
            });
        }
        if (stretch[0] >= 0) {
            long end = Math.max(stretch[1], Math.min(track.duration().toMillis(), stretch[1] + gap));
            add(all, track, offset + stretch[0], offset + end);
        }
        return all;
    }

    private static void add(List<Shown> all, Track track, long start, long end) {
        if (end - start >= LEAST_MILLIS) {
            all.add(new Shown(track, start, end));
        }
    }
}
