package org.patchbay.recordings.film;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.patchbay.spi.media.EndpointId;
import org.patchbay.spi.media.SourceKind;

/** Somebody speaks from that time of the recording on, until the next turn. */
record Turn(long startMillis, EndpointId speaker) {

    /** Quieter than this is no speech. */
    private static final int SPEECH = 62;

    /** A turn begins when one is the loudest for so many steps in a row. */
    private static final int STEPS = 2;

    /** So short a turn is not shown. */
    private static final long LEAST_MILLIS = 2_000;

    /** Who spoke when, by the levels that were noted beside the tracks. */
    static List<Turn> of(List<Track> tracks) throws IOException {
        Map<Long, Map<EndpointId, Integer>> steps = new TreeMap<>();
        for (Track track : tracks) {
            if (track.kind() == SourceKind.AUDIO) {
                for (Levels.Loud loud : Levels.read(track.file())) {
                    long step = (track.offset().toMillis() + loud.millis()) / Levels.STEP_MILLIS;
                    steps.computeIfAbsent(step, key -> new HashMap<>())
                            .merge(track.endpoint(), loud.loudness(), Math::max);
                }
            }
        }
        return turns(steps);
    }

    private static List<Turn> turns(Map<Long, Map<EndpointId, Integer>> steps) {
        List<Turn> turns = new ArrayList<>();
        Turn candidate = new Turn(Long.MIN_VALUE, new EndpointId("nobody"));
        int count = 0;
        for (var step : steps.entrySet()) {
            long millis = step.getKey() * Levels.STEP_MILLIS;
            var loudest = step.getValue().entrySet().stream()
                    .max(Map.Entry.<EndpointId, Integer>comparingByValue()
                            .thenComparing(entry -> entry.getKey().value()))
                    .orElseThrow();
            if (loudest.getValue() < SPEECH) {
                continue;
            }
            boolean goesOn = count > 0 && candidate.speaker().equals(loudest.getKey());
            candidate = goesOn ? candidate : new Turn(millis, loudest.getKey());
            count = goesOn ? count + 1 : 1;
            if (count == STEPS && isNew(turns, candidate)) {
                turns.add(candidate);
            }
        }
        return turns;
    }

    private static boolean isNew(List<Turn> turns, Turn next) {
        if (turns.isEmpty()) {
            return true;
        }
        Turn last = turns.get(turns.size() - 1);
        return !last.speaker().equals(next.speaker()) && next.startMillis() - last.startMillis() >= LEAST_MILLIS;
    }
}
