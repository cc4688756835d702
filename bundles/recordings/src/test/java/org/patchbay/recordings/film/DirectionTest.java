package org.patchbay.recordings.film;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.patchbay.spi.media.EndpointId;
import org.patchbay.spi.media.SourceKind;

class DirectionTest {

    private static Shown shown(String whose, SourceKind kind, long from, long to) {
        var track = new Track(
                Path.of(whose + kind + ".webm"),
                new EndpointId(whose),
                kind,
                "vp8",
                Duration.ofMillis(from),
                Duration.ofMillis(to - from),
                1);
        return new Shown(track, from, to);
    }

    private static Turn turn(long millis, String speaker) {
        return new Turn(millis, new EndpointId(speaker));
    }

    @Test
    void whoSpokeLastStaysLarge() {
        Shown alice = shown("alice", SourceKind.CAMERA, 0, 20_000);
        Shown bob = shown("bob", SourceKind.CAMERA, 4_000, 12_000);
        var scenes =
                new Direction(List.of(alice, bob), List.of(turn(1_000, "alice"), turn(6_000, "bob")), 20_000).scenes();
        assertThat(scenes).extracting(Scene::startMillis).containsExactly(0L, 4_000L, 6_000L, 12_000L);
        assertThat(scenes)
                .extracting(Scene::large)
                .containsExactly(Optional.of(alice), Optional.of(alice), Optional.of(bob), Optional.of(alice));
        assertThat(scenes).extracting(Scene::strip).containsExactly(List.of(), List.of(bob), List.of(alice), List.of());
    }

    @Test
    void aScreenIsLargeAndTheStripIsShort() {
        List<Shown> all = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            all.add(shown("person" + i, SourceKind.CAMERA, 0, 10_000));
        }
        Shown screen = shown("person3", SourceKind.DESKTOP, 2_000, 8_000);
        all.add(screen);
        var scenes = new Direction(all, List.of(turn(500, "person7")), 10_000).scenes();
        Scene shared = scenes.stream()
                .filter(scene -> scene.large().equals(Optional.of(screen)))
                .findFirst()
                .orElseThrow();
        assertThat(shared.startMillis()).isEqualTo(2_000);
        assertThat(shared.endMillis()).isEqualTo(8_000);
        assertThat(shared.strip()).hasSize(Direction.STRIP).startsWith(all.get(7));
    }

    @Test
    void scenesFollowEachOtherWithoutAGap() {
        var random = new Random(3);
        for (int round = 0; round < 50; round++) {
            List<Shown> all = new ArrayList<>();
            List<Turn> turns = new ArrayList<>();
            long millis = 1_000L + random.nextInt(100_000);
            for (int i = 0; i < 12; i++) {
                long from = random.nextInt((int) millis);
                all.add(shown("person" + i, SourceKind.CAMERA, from, from + random.nextInt((int) (millis - from + 1))));
                turns.add(turn(millis * i / 12, "person" + random.nextInt(12)));
            }
            long frame = 0;
            for (Scene scene : new Direction(all, turns, millis).scenes()) {
                assertThat(scene.firstFrame()).isEqualTo(frame);
                assertThat(scene.frames()).isPositive();
                frame += scene.frames();
            }
            assertThat(frame).isEqualTo((millis + 39) / 40);
        }
    }

    @Test
    void nobodyShowsAnything() {
        var scenes = new Direction(List.of(), List.of(turn(0, "alice"), turn(5_000, "bob")), 9_000).scenes();
        assertThat(scenes)
                .extracting(Scene::speaker)
                .containsExactly(Optional.of(new EndpointId("alice")), Optional.of(new EndpointId("bob")));
    }
}
