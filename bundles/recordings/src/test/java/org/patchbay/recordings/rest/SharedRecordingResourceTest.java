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
import org.patchbay.api.Problem;
import org.patchbay.recordings.World;
import org.patchbay.spi.web.RestResource;
import org.patchbay.testing.identity.Callers;
import org.patchbay.testing.web.RestResourceContract;

class SharedRecordingResourceTest implements RestResourceContract {

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
        return SharedRecordingResource.class;
    }

    @Test
    void anUnknownTokenLeadsNowhere() {
        var resource = new SharedRecordingResource(world.recordings);
        for (String token : new String[] {"", "x", "y".repeat(1000)}) {
            assertThatThrownBy(() -> resource.get(world.acme.value(), token, Callers.nobody(world.acme)))
                    .isInstanceOfSatisfying(PatchbayException.class, e -> assertThat(e.problem())
                            .isEqualTo(Problem.NOT_FOUND));
        }
    }

    @Test
    void theOwnerWatchesByTheLink() {
        var film = world.ready("film");
        String token = new RecordingResource(world.recordings)
                .share(
                        world.acme.value(),
                        film.id().value(),
                        new RecordingResource.NewLink(Optional.empty()),
                        world.user)
                .token()
                .orElseThrow();
        assertThat(new SharedRecordingResource(world.recordings)
                        .get(world.acme.value(), token, world.user)
                        .title())
                .isEqualTo("Monday");
    }
}
