package org.patchbay.extensions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PortalId;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.identity.Caller;
import org.patchbay.extensions.thing.Kinds;
import org.patchbay.spi.live.LiveChannel;
import org.patchbay.testing.live.LiveChannelContract;
import org.patchbay.testing.live.RecordedSink;

/** What changes of one's own extensions is told at once, on whichever node it is changed. */
final class OwnExtensionsChannelTest implements LiveChannelContract {

    private final World world = new World();
    private final OwnExtensionsChannel channel =
            new OwnExtensionsChannel(world.two.extensions, world.cluster.node("two"));

    @AfterEach
    void close() {
        channel.close();
        world.close();
    }

    @Override
    public LiveChannel channel() {
        return channel;
    }

    @Override
    public Caller caller() {
        return world.anna;
    }

    @Override
    public PortalId portal() {
        return world.acme;
    }

    @Override
    public String with() {
        return "{}";
    }

    @Test
    void doNotDisturbIsToldToItsPersonAlone() {
        Extension own = world.one.switchboard.create(
                world.acme,
                Kinds.EXTENSION,
                id -> World.extension(world.acme, id, "100", Optional.of(world.anna.person())),
                Optional.empty(),
                world.admin);
        var hers = new RecordedSink();
        var others = new RecordedSink();
        var strangers = new RecordedSink();
        var open = channel.open(world.anna, world.acme, "{}", hers);
        channel.open(world.admin, world.acme, "{}", others);
        channel.open(world.stranger, world.acme, "{}", strangers);

        world.one.extensions.doNotDisturb(world.acme, own.id(), true);
        String quiet = "{\"extensions\":[{\"id\":\"" + own.id() + "\",\"number\":\"100\",\"doNotDisturb\":true}]}";
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(hers.messages()).last().isEqualTo(quiet));
        open.close();
        assertThat(others.messages()).containsExactly("{\"extensions\":[]}");
        assertThat(strangers.messages()).containsExactly("{\"extensions\":[]}");
    }
}
