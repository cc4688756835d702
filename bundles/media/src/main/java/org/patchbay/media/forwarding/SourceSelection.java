package org.patchbay.media.forwarding;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.patchbay.spi.media.ReceiverConstraints;
import org.patchbay.spi.media.SourceId;
import org.patchbay.spi.media.SourceKind;

/** Decides which of the others' tracks a receiver gets. */
final class SourceSelection {

    private SourceSelection() {}

    /** The voices, those who spoke last first, as many as there are mids. */
    static List<IncomingTrack> voices(Endpoint receiver, List<Endpoint> ranking) {
        return others(receiver, ranking)
                .filter(track -> !track.isVideo())
                .limit(receiver.egress().audioMids())
                .toList();
    }

    /** The pictures: on stage, then shared screens, then cameras of those who spoke last; within constraints and mids. */
    static List<IncomingTrack> pictures(Endpoint receiver, List<Endpoint> ranking) {
        ReceiverConstraints constraints = receiver.constraints();
        List<IncomingTrack> candidates = others(receiver, ranking)
                .filter(IncomingTrack::isVideo)
                .filter(track -> constraints.heightOf(track.source().id()) > 0)
                .toList();
        List<IncomingTrack> ordered = new ArrayList<>();
        for (SourceId id : constraints.onStage()) {
            candidates.stream()
                    .filter(track -> track.source().id().equals(id) && !ordered.contains(track))
                    .forEach(ordered::add);
        }
        addOfKind(SourceKind.DESKTOP, candidates, ordered);
        addOfKind(SourceKind.CAMERA, candidates, ordered);
        int mids = receiver.egress().videoMids();
        int limit = constraints.lastN() < 0 ? mids : Math.min(mids, constraints.lastN());
        return ordered.subList(0, Math.min(limit, ordered.size()));
    }

    private static void addOfKind(SourceKind kind, List<IncomingTrack> candidates, List<IncomingTrack> ordered) {
        candidates.stream()
                .filter(track -> track.source().kind() == kind && !ordered.contains(track))
                .toList()
                .forEach(ordered::add);
    }

    private static Stream<IncomingTrack> others(Endpoint receiver, List<Endpoint> ranking) {
        return ranking.stream()
                .filter(endpoint -> endpoint != receiver)
                .flatMap(endpoint -> endpoint.ingress().tracks().stream());
    }

    /** The greatest height that any receiver of the track wants. */
    static int wantedHeight(IncomingTrack track) {
        return track.receivers().stream()
                .mapToInt(out ->
                        out.receiver().constraints().heightOf(track.source().id()))
                .max()
                .orElse(0);
    }
}
