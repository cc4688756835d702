package org.patchbay.recordings.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.Problem;
import org.patchbay.api.recordings.Recording;
import org.patchbay.api.recordings.RecordingLink;
import org.patchbay.recordings.World;
import org.patchbay.spi.web.RestResource;
import org.patchbay.testing.web.RestResourceContract;

class RecordingResourceTest implements RestResourceContract {

    private World world;
    private RecordingResource resource;
    private String acme;
    private String bolt;

    @BeforeEach
    void open(@TempDir Path folder) {
        world = new World(folder);
        resource = new RecordingResource(world.recordings);
        acme = world.acme.value();
        bolt = world.bolt.value();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Override
    public Class<? extends RestResource> resource() {
        return RecordingResource.class;
    }

    private static void refuses(Problem problem, Runnable call) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(PatchbayException.class, e -> assertThat(e.problem())
                .isEqualTo(problem));
    }

    @Test
    void listsPagesOfTheOwnOrOfEverybodys() {
        Recording first = world.ready("one");
        Recording second = world.ready("two");

        var page = resource.list(acme, false, 1, null, world.user);
        assertThat(page.items()).hasSize(1);
        var rest = resource.list(acme, false, 1, page.next().orElseThrow(), world.user);
        assertThat(rest.items()).hasSize(1).doesNotContainAnyElementsOf(page.items());
        assertThat(resource.list(acme, true, 50, null, world.administrator).items())
                .containsExactlyInAnyOrder(first, second);
        assertThat(resource.list(bolt, true, 50, null, world.stranger).items()).isEmpty();
        refuses(Problem.INVALID, () -> resource.list(acme, false, 501, null, world.user));
        refuses(Problem.FORBIDDEN, () -> resource.list(acme, true, 50, null, world.user));
    }

    @Test
    void aLinkHoldsAWeekUnlessItIsSaidOtherwise() {
        String id = world.ready("film").id().value();

        RecordingLink usual = resource.share(acme, id, new RecordingResource.NewLink(Optional.empty()), world.user);
        assertThat(Duration.between(usual.created(), usual.expires())).isEqualTo(Duration.ofDays(7));
        assertThat(usual.token().orElseThrow()).hasSize(22);
        RecordingLink long30 = resource.share(acme, id, new RecordingResource.NewLink(Optional.of(30)), world.user);
        assertThat(Duration.between(long30.created(), long30.expires())).isEqualTo(Duration.ofDays(30));
        assertThat(resource.get(acme, id, world.user).link().orElseThrow().token())
                .as("the token is told once")
                .isEmpty();
        refuses(Problem.NOT_FOUND, () -> resource.unshare(bolt, id, world.stranger));
        resource.unshare(acme, id, world.user);
        assertThat(resource.get(acme, id, world.user).link()).isEmpty();
    }

    @Test
    void isRenamedAndDeletedInItsPortalAlone() {
        String id = world.ready("film").id().value();

        assertThat(resource.rename(acme, id, new RecordingResource.RecordingTitle("Other"), world.user)
                        .title())
                .isEqualTo("Other");
        refuses(Problem.NOT_FOUND, () -> resource.get(bolt, id, world.stranger));
        refuses(Problem.NOT_FOUND, () -> resource.ledger(bolt, id, 5, null, world.stranger));
        refuses(Problem.NOT_FOUND, () -> resource.delete(bolt, id, world.stranger));
        resource.delete(acme, id, world.user);
        refuses(Problem.NOT_FOUND, () -> resource.get(acme, id, world.user));
    }
}
