package org.patchbay.recordings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.identity.Right;
import org.patchbay.api.recordings.Recording;
import org.patchbay.recordings.RecordingSection.RulesText;

@Tag("S1.08")
class RecordingSectionTest {

    private World world;
    private RecordingSection section;

    @BeforeEach
    void open(@TempDir Path folder) {
        world = new World(folder);
        section = new RecordingSection(world.rules);
    }

    @AfterEach
    void close() {
        world.close();
    }

    private void apply(RulesText wanted) {
        world.work.run(() -> section.apply(world.acme, wanted, world.administrator));
    }

    @Test
    void isReadAsItIsAppliedInItsPortalAlone() {
        assertThat(section.section().right()).isEqualTo(Right.MANAGE_PORTAL);
        assertThat(section.read(world.acme)).isEqualTo(new RulesText(Optional.empty()));

        apply(new RulesText(Optional.of(30)));
        apply(new RulesText(Optional.of(30)));

        assertThat(section.read(world.acme)).isEqualTo(new RulesText(Optional.of(30)));
        assertThat(section.read(world.bolt)).isEqualTo(new RulesText(Optional.empty()));
        assertThat(world.audit.actions(world.acme)).containsExactly("recording-rules.updated");
        apply(new RulesText(Optional.empty()));
        assertThat(section.read(world.acme)).isEqualTo(new RulesText(Optional.empty()));
    }

    @Test
    void aNumberThatCannotBeIsNamed() {
        assertThatThrownBy(() -> apply(new RulesText(Optional.of(3651))))
                .isInstanceOfSatisfying(
                        PatchbayException.class,
                        e -> assertThat(e.errors()).singleElement().satisfies(error -> {
                            assertThat(error.pointer()).isEqualTo("/keepDays");
                            assertThat(error.code()).isEqualTo("recording.keep-days");
                        }));
    }

    @Test
    void theRuleHoldsOnceItIsAppliedAndNotBefore() {
        Recording old = world.ready("film");
        world.clock.pass(Duration.ofDays(40));
        world.work.run(() -> {
            section.apply(world.acme, new RulesText(Optional.of(30)), world.administrator);
            assertThat(world.recordings.find(world.acme, old.id(), world.user)).isPresent();
        });

        Awaitility.await().untilAsserted(() -> assertThat(world.recordings.find(world.acme, old.id(), world.user))
                .isEmpty());
    }
}
