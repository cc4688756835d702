package org.patchbay.recordings.film;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.patchbay.spi.media.EndpointId;

/**
 * Decides what a film shows when: a shared screen is large, else the camera of who speaks, or spoke last; the other cameras are in the
 * strip, those first who spoke last. Not thread-safe.
 */
final class Direction {

    static final int STRIP = 5;

    /** Shorter scenes than this join the next one. */
    private static final long LEAST_FRAMES = Scene.FRAMES_PER_SECOND / 2;

    private final List<Shown> shown;
    private final List<Turn> turns;
    private final long frames;

    Direction(List<Shown> shown, List<Turn> turns, long millis) {
        this.shown = shown;
        this.turns = turns;
        this.frames = (millis + Scene.MILLIS_PER_FRAME - 1) / Scene.MILLIS_PER_FRAME;
    }

    /** The scenes, one after another without a gap. */
    List<Scene> scenes() {
        List<Long> cuts = cuts();
        List<Scene> scenes = new ArrayList<>();
        for (int i = 0; i + 1 < cuts.size(); i++) {
            Scene next = scene(cuts.get(i), cuts.get(i + 1));
            Scene last = scenes.isEmpty() ? null : scenes.get(scenes.size() - 1);
            if (last != null && last.showsTheSameAs(next)) {
                scenes.set(scenes.size() - 1, joined(last, next));
            } else {
                scenes.add(next);
            }
        }
        return scenes;
    }

    private static Scene joined(Scene first, Scene second) {
        return new Scene(
                first.firstFrame(), first.frames() + second.frames(), first.large(), first.strip(), first.speaker());
    }

    /** Where something changes, in frames; the beginning and the end are among them. */
    private List<Long> cuts() {
        Set<Long> all = new TreeSet<>();
        shown.forEach(stretch -> {
            all.add(stretch.startMillis() / Scene.MILLIS_PER_FRAME);
            all.add(stretch.endMillis() / Scene.MILLIS_PER_FRAME);
        });
        turns.forEach(turn -> all.add(turn.startMillis() / Scene.MILLIS_PER_FRAME));
        List<Long> cuts = new ArrayList<>(List.of(0L));
        for (long cut : all) {
            boolean apart = cut - cuts.get(cuts.size() - 1) >= LEAST_FRAMES && frames - cut >= LEAST_FRAMES;
            if (apart) {
                cuts.add(cut);
            }
        }
        cuts.add(frames);
        return cuts;
    }

    private Scene scene(long first, long end) {
        long middle = (first + end) / 2 * Scene.MILLIS_PER_FRAME;
        List<Shown> there =
                shown.stream().filter(stretch -> stretch.covers(middle, middle)).toList();
        List<EndpointId> speakers = speakers(middle);
        Optional<EndpointId> speaker = speakers.stream().findFirst();
        Comparator<Shown> order = Comparator.comparingInt(stretch -> rank(speakers, stretch));
        Optional<Shown> screen = there.stream().filter(Shown::isScreen).reduce((earlier, later) -> later);
        List<Shown> cameras = there.stream()
                .filter(stretch -> !stretch.isScreen())
                .sorted(order.thenComparing(
                        stretch -> stretch.track().endpoint().value()))
                .toList();
        Optional<Shown> large = screen.isPresent() ? screen : cameras.stream().findFirst();
        List<Shown> strip = cameras.stream()
                .filter(camera -> !large.equals(Optional.of(camera)))
                .limit(STRIP)
                .toList();
        return new Scene(first, end - first, large, strip, speaker);
    }

    private static int rank(List<EndpointId> speakers, Shown stretch) {
        int rank = speakers.indexOf(stretch.track().endpoint());
        return rank < 0 ? Integer.MAX_VALUE : rank;
    }

    /** Who spoke until then, the last one first. */
    private List<EndpointId> speakers(long millis) {
        Set<EndpointId> speakers = new LinkedHashSet<>();
        for (int i = turns.size() - 1; i >= 0; i--) {
            if (turns.get(i).startMillis() <= millis) {
                speakers.add(turns.get(i).speaker());
            }
        }
        return List.copyOf(speakers);
    }
}
