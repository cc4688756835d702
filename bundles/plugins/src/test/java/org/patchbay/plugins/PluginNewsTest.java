package org.patchbay.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.patchbay.plugins.Bench.ACME;
import static org.patchbay.plugins.Bench.OTHER;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Caller;
import org.patchbay.plugins.live.PluginsChannel;
import org.patchbay.plugins.store.InMemoryKnownPluginStore;
import org.patchbay.spi.live.LiveSink;

class PluginNewsTest {

    private final Bench bench = new Bench();
    private final InMemoryKnownPluginStore known = new InMemoryKnownPluginStore();
    private final PluginNews news = news();
    private final PluginsChannel channel = new PluginsChannel(bench.cluster);

    @Test
    void tellsOfAPluginOnceAndNotAgainAfterARestart() {
        news.report(List.of(plugin("1.0.0", Optional.empty())), Set.of());
        news.report(List.of(plugin("1.0.0", Optional.empty())), Set.of());
        news().report(List.of(plugin("1.0.0", Optional.empty())), Set.of());

        assertThat(bench.events.published())
                .containsExactly("root plugin.installed Installed[plugin=sample, title=Sample, version=1.0.0]");
    }

    @Test
    void tellsOfANewVersionAFailureAndTheEnd() {
        news.report(List.of(plugin("1.0.0", Optional.empty())), Set.of());
        news.report(List.of(plugin("1.0.1", Optional.of("It failed"))), Set.of());
        news.report(List.of(), Set.of("sample"));
        news.report(List.of(plugin("1.0.2", Optional.empty())), Set.of());
        news.report(List.of(), Set.of());

        assertThat(bench.events.published())
                .containsExactly(
                        "root plugin.installed Installed[plugin=sample, title=Sample, version=1.0.0]",
                        "root plugin.failed Failed[plugin=sample, title=Sample, version=1.0.1, error=It failed]",
                        "root plugin.installed Installed[plugin=sample, title=Sample, version=1.0.2]",
                        "root plugin.removed Removed[plugin=sample, title=Sample, version=1.0.2]");
        assertThat(known.all()).isEmpty();
    }

    @Test
    void tellsEveryPortalsPagesOfAJarAndOnePortalsPagesOfItsSettings() {
        List<String> acme = open(ACME);
        List<String> other = open(OTHER);
        bench.add(SamplePlugin.named("sample"));

        news.report(bench.installed.list(), Set.of());
        Awaitility.await().untilAsserted(() -> {
            assertThat(acme).containsExactly("{\"changed\":\"sample\"}");
            assertThat(other).containsExactly("{\"changed\":\"sample\"}");
        });
        bench.plugins.configure(
                OTHER,
                "sample",
                0,
                java.util.Map.of("token", "abc"),
                org.patchbay.testing.identity.Callers.administrator(OTHER));
        Awaitility.await().untilAsserted(() -> assertThat(other).hasSize(2));
        assertThat(acme).hasSize(1);
        news.report(List.of(), Set.of());
        Awaitility.await().untilAsserted(() -> assertThat(acme).hasSize(2));
    }

    private List<String> open(PortalId portal) {
        List<String> received = java.util.Collections.synchronizedList(new ArrayList<>());
        channel.open(new Caller.Nobody(portal, "127.0.0.1"), portal, "{}", new LiveSink() {
            @Override
            public void send(String message) {
                received.add(message);
            }

            @Override
            public void close(String reason) {}
        });
        return received;
    }

    private PluginNews news() {
        return new PluginNews(known, bench.events, bench.unit, bench.cluster);
    }

    private static InstalledPlugin plugin(String version, Optional<String> failure) {
        return new InstalledPlugin("sample", "Sample", version, Optional.empty(), failure);
    }
}
