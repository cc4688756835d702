package org.patchbay.jvb.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.patchbay.jvb.colibri.ChannelMessage.Mapped;
import org.patchbay.jvb.colibri.ChannelMessage.Mapping;
import org.patchbay.spi.media.EndpointOptions;
import org.patchbay.spi.media.SourceId;

class MidMapTest {

    private final MidMap map = new MidMap(new EndpointOptions(1, 2));

    @Test
    void showsVideoOnlyWhileItIsForwarded() {
        map.mapped(new Mapped(true, List.of(new Mapping("x-v0", "v0"))));
        assertThat(map.changed(MidMapTest::all)).isEmpty();
        map.forwarded(Set.of("x-v0"));
        assertThat(map.changed(MidMapTest::all)).contains(Map.of("v0", new SourceId("x-v0")));
        assertThat(map.changed(MidMapTest::all)).isEmpty();
        map.forwarded(Set.of());
        assertThat(map.changed(MidMapTest::all)).contains(Map.of());
    }

    @Test
    void aSourceIsOnOneMid() {
        map.forwarded(Set.of("x-v0"));
        map.mapped(new Mapped(true, List.of(new Mapping("x-v0", "v0"))));
        map.mapped(new Mapped(true, List.of(new Mapping("x-v0", "v1"))));
        assertThat(map.changed(MidMapTest::all)).contains(Map.of("v1", new SourceId("x-v0")));
    }

    @Test
    void leavesOutAMidThatTheEndpointDoesNotHave() {
        map.mapped(new Mapped(false, List.of(new Mapping("x-a0", "a0"), new Mapping("y-a0", "a1"))));
        assertThat(map.changed(MidMapTest::all)).contains(Map.of("a0", new SourceId("x-a0")));
        assertThat(map.isUsedUp(MidMapTest::all))
                .as("as many as there are mids speak already")
                .isFalse();
    }

    @Test
    void isUsedUpWhenMidsAreNumberedPastThoseWhoLeft() {
        map.mapped(new Mapped(false, List.of(new Mapping("x-a0", "a0"))));
        map.mapped(new Mapped(false, List.of(new Mapping("y-a0", "a1"))));
        Function<String, Optional<SourceId>> onlyY =
                name -> name.equals("y-a0") ? Optional.of(new SourceId(name)) : Optional.empty();
        assertThat(map.isUsedUp(onlyY)).isTrue();
    }

    private static Optional<SourceId> all(String name) {
        return Optional.of(new SourceId(name));
    }
}
