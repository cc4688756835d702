package org.patchbay.extensions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patchbay.api.extensions.Destination;
import org.patchbay.api.extensions.InboundNumber;
import org.patchbay.extensions.thing.Kinds;
import org.patchbay.testing.identity.Callers;

class SharedNumbersTest {

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    @Tag("S3.08")
    void bothPortalsAreToldAndOnlyRootHearsWhichTheOtherIs() {
        InboundNumber first = world.number(world.acme, "+493090182001", Destination.HANG_UP, world.admin);
        world.number(world.acme, "+493090182002", Destination.HANG_UP, world.admin);
        assertThat(world.one.shared.of(world.acme, world.admin)).isEmpty();

        InboundNumber second = world.number(world.bolt, "+493090182001", Destination.HANG_UP, world.stranger);
        assertThat(world.one.shared.of(world.bolt, world.stranger))
                .containsExactly(new SharedNumbers.SharedNumber(second.id(), "+493090182001", List.of()));
        assertThat(world.one.shared.of(world.acme, world.admin))
                .containsExactly(new SharedNumbers.SharedNumber(first.id(), "+493090182001", List.of()));
        assertThat(world.one.shared.of(world.bolt, Callers.root()))
                .singleElement()
                .satisfies(shared -> assertThat(shared.portals())
                        .containsExactly(
                                world.portals.find(world.acme).orElseThrow().name()));
        assertThat(world.one.shared.of(world.acme, world.anna)).isEmpty();

        world.one.switchboard.delete(world.bolt, Kinds.NUMBER, second.id(), world.stranger);
        assertThat(world.one.shared.of(world.acme, world.admin)).isEmpty();
    }
}
