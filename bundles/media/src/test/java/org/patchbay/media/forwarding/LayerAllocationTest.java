package org.patchbay.media.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.patchbay.spi.media.ReceiverConstraints;
import org.patchbay.spi.media.UploadLimits;

class LayerAllocationTest {

    private static final long NOW = Layers.NOW;

    private final Layers layers = new Layers();
    private final IncomingTrack ann = layers.camera("aaaa0001", UploadLimits.none(), 150, 500, 1500);
    private final IncomingTrack bo = layers.camera("aaaa0002", UploadLimits.none(), 150, 500, 1500);
    private final List<IncomingTrack> both = List.of(ann, bo);
    private final LayerAllocation allocation = new LayerAllocation();

    private List<Integer> decide(ReceiverConstraints constraints, int kilobits) {
        List<IncomingTrack> kept = allocation.decide(both, constraints, kilobits * 1_000L, NOW);
        return both.stream()
                .map(track -> kept.contains(track) ? layerOf(track) : -1)
                .toList();
    }

    private int layerOf(IncomingTrack track) {
        return Objects.requireNonNull(allocation.layerOf(track)).index();
    }

    private static ReceiverConstraints upTo(int height) {
        return new ReceiverConstraints(-1, List.of(), height, Map.of());
    }

    @Test
    void givesEachThePictureItIsWantedIn() {
        assertThat(decide(upTo(720), 100_000)).containsExactly(2, 2);
        assertThat(decide(upTo(360), 100_000)).containsExactly(1, 1);
        assertThat(decide(upTo(180), 100_000)).containsExactly(0, 0);
        var small = new ReceiverConstraints(-1, List.of(), 720, Map.of(Layers.idOf(bo), 180));
        assertThat(decide(small, 100_000)).containsExactly(2, 0);
    }

    @Test
    void sharesWhatThereIsInTurns() {
        assertThat(decide(upTo(720), 1_300)).containsExactly(1, 1);
        assertThat(decide(upTo(720), 2_400)).containsExactly(2, 1);
    }

    @Test
    void givesTheStageItsFillFirst() {
        var stage = new ReceiverConstraints(-1, List.of(Layers.idOf(bo)), 720, Map.of());
        assertThat(decide(stage, 1_900)).containsExactly(0, 2);
    }

    @Test
    void pausesWhatDoesNotFit() {
        assertThat(decide(upTo(720), 250)).containsExactly(0, -1);
        assertThat(decide(upTo(720), 100)).containsExactly(-1, -1);
    }

    @Test
    void goesUpOnlyWithRoomToSpareAndStaysWhereItIs() {
        assertThat(decide(upTo(180), 100_000)).containsExactly(0, 0);
        assertThat(decide(upTo(360), 1_020)).as("one of them just fits").containsExactly(1, 0);
        assertThat(decide(upTo(360), 1_100)).containsExactly(1, 1);
        assertThat(decide(upTo(360), 1_010)).as("what it has it keeps").containsExactly(1, 1);
        assertThat(decide(upTo(360), 990)).containsExactly(1, 0);
    }

    @Test
    void knowsOnlyLayersThatAreSent() {
        long later = NOW + IncomingLayer.STOPPED_NANOS;
        layers.send(ann, later, 10, 150, 0, 0);
        allocation.decide(both, upTo(720), 100_000_000, later + 900_000_000);
        assertThat(layerOf(ann)).isZero();
        assertThat(layerOf(bo)).as("a camera that is off").isZero();
    }

    @Test
    void forwardsNoMoreThanTheSenderMaySend() {
        IncomingTrack cy = layers.camera("aaaa0003", new UploadLimits(600, 0), 150, 300, 1500);
        IncomingTrack di = layers.camera("aaaa0004", new UploadLimits(100, 0), 150, 300, 1500);
        for (int second = 0; second < 4; second++) {
            long start = NOW + second * 1_000_000_000L;
            layers.send(cy, start, 10, 150, 300, 1500);
            layers.send(di, start, 10, 150, 300, 1500);
            cy.limit().update(cy.layers(), start + 900_000_000);
            di.limit().update(di.layers(), start + 900_000_000);
        }
        long now = NOW + 4_000_000_000L;
        List<IncomingTrack> kept = allocation.decide(List.of(cy, di), upTo(720), 100_000_000, now);
        assertThat(kept).containsExactly(cy);
        assertThat(layerOf(cy)).isEqualTo(1);
        assertThat(di.limit().isExceeded()).isTrue();
    }

    @Test
    void remembersWhatAPausedPictureNeeded() {
        assertThat(decide(upTo(180), 140)).containsExactly(-1, -1);
        long later = NOW + 60_000_000_000L;
        assertThat(allocation.decide(both, upTo(180), 140_000, later))
                .as("though nobody sends it any more")
                .isEmpty();
    }

    @Test
    void sparesNothingForWhoWasMuted() {
        ann.sender().mute(false, true);
        assertThat(decide(upTo(180), 180)).containsExactly(0, 0);
    }
}
