package org.patchbay.recordings.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchbay.api.PatchbayException;
import org.patchbay.recordings.World;
import org.patchbay.spi.web.RestResource;
import org.patchbay.testing.web.RestResourceContract;

class RecordingRulesResourceTest implements RestResourceContract {

    private World world;

    @BeforeEach
    void open(@TempDir Path folder) {
        world = new World(folder);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Override
    public Class<? extends RestResource> resource() {
        return RecordingRulesResource.class;
    }

    @Test
    void keepsTheRuleOfEachPortal() {
        var resource = new RecordingRulesResource(world.rules);
        var draft = new RecordingRulesResource.RecordingRulesDraft(Optional.of(30));

        assertThat(resource.put(world.acme.value(), draft, world.administrator).keepDays())
                .contains(30);
        assertThat(resource.get(world.acme.value()).keepDays()).contains(30);
        assertThat(resource.get(world.acme.value()).films())
                .as("without ffmpeg")
                .isFalse();
        assertThat(resource.get(world.bolt.value()).keepDays()).isEmpty();
        assertThatThrownBy(() -> resource.put(
                        world.acme.value(),
                        new RecordingRulesResource.RecordingRulesDraft(Optional.of(3651)),
                        world.administrator))
                .isInstanceOf(PatchbayException.class);
    }
}
