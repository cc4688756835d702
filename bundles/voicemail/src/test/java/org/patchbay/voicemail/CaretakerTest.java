package org.patchbay.voicemail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.patchbay.api.Ids;
import org.patchbay.voicemail.box.Dictation;

final class CaretakerTest {

    @Test
    void deletesDictationsThatAreTooOld() {
        try (var world = new World()) {
            var old = new Dictation(Ids.next(), "ext-101", "", "101", Instant.parse("2020-01-01T00:00:00Z"), 1, 1);
            var fresh = new Dictation(Ids.next(), "ext-101", "", "101", Instant.now(), 1, 1);
            world.spoken.add(world.acme, old);
            world.spoken.add(world.acme, fresh);
            world.caretaker.lookAround();
            assertThat(world.spoken.find(world.acme, "ext-101", old.id())).isEmpty();
            assertThat(world.spoken.find(world.acme, "ext-101", fresh.id())).isPresent();
        }
    }
}
