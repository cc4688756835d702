package org.patchbay.recordings.film;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchbay.spi.media.EndpointId;
import org.patchbay.spi.media.SourceKind;

class TurnTest {

    private final Path folder;

    TurnTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Track voice(String whose, long offset) {
        return new Track(
                folder.resolve(whose + ".webm"),
                new EndpointId(whose),
                SourceKind.AUDIO,
                "opus",
                Duration.ofMillis(offset),
                Duration.ofSeconds(60),
                1);
    }

    private static void speak(Track track, long from, long to, int level) throws IOException {
        var levels = new Levels(Levels.beside(track.file()));
        for (long millis = from; millis < to; millis += 20) {
            levels.add(millis, level);
        }
        levels.close();
    }

    @Test
    void theLoudestHasTheTurnFromWhenItBegan() throws Exception {
        Track alice = voice("alice", 0);
        Track bob = voice("bob", 10_000);
        speak(alice, 1_000, 8_000, 30);
        speak(bob, 0, 5_000, 25);
        speak(alice, 10_000, 15_000, 60);
        assertThat(Turn.of(List.of(alice, bob)))
                .containsExactly(new Turn(1_000, new EndpointId("alice")), new Turn(10_000, new EndpointId("bob")));
    }

    @Test
    void aCoughIsNoTurn() throws Exception {
        Track alice = voice("alice", 0);
        Track bob = voice("bob", 0);
        speak(alice, 0, 20_000, 40);
        speak(bob, 10_000, 10_400, 10);
        speak(bob, 12_000, 14_000, 100);
        assertThat(Turn.of(List.of(alice, bob))).containsExactly(new Turn(0, new EndpointId("alice")));
    }

    @Test
    void aLineThatWasCutIsLeftOut() throws Exception {
        Track alice = voice("alice", 0);
        speak(alice, 0, 2_000, 30);
        Files.writeString(Levels.beside(alice.file()), "2000 9x\n25", StandardOpenOption.APPEND);
        assertThat(Levels.read(alice.file())).hasSize(4);
    }
}
