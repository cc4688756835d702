package org.patchbay.plugins.jars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.patchbay.plugins.jars.PluginJar.Condition;
import org.patchbay.plugins.jars.sample.BrokenActivator;
import org.patchbay.plugins.jars.sample.BrokenPlugin;
import org.patchbay.plugins.jars.sample.SamplePlugin;
import org.patchbay.spi.plugins.Plugin;
import org.patchbay.testing.cluster.MovableClock;

class PluginJarsTest {

    private final MovableClock clock = new MovableClock(Instant.parse("2026-01-01T00:00:00Z"));
    private final TestFramework framework;
    private final PluginStarts starts;
    private final PluginJars jars;

    PluginJarsTest(@TempDir Path cache) throws Exception {
        framework = new TestFramework(cache);
        starts = new PluginStarts(framework.context());
        jars = new PluginJars(framework.context(), framework.components(), starts, clock, Duration.ZERO);
    }

    @AfterEach
    void close() throws Exception {
        framework.close();
    }

    @Test
    void seesOnlyPlugins() throws Exception {
        framework.install("library", Map.of());

        assertThat(list()).isEmpty();
    }

    @Test
    void seesAPluginRun() throws Exception {
        framework
                .install("good", TestFramework.plugin("sample"), SamplePlugin.class)
                .start();

        assertThat(list()).singleElement().satisfies(jar -> {
            assertThat(jar.name()).isEqualTo("sample");
            assertThat(jar.title()).isEqualTo("The sample");
            assertThat(jar.version()).isEqualTo("1.2.3");
            assertThat(jar.condition()).isEqualTo(Condition.RUNNING);
        });
    }

    @Test
    void saysWhatAComponentThrew() throws Exception {
        framework
                .install("bad", TestFramework.plugin("sample"), BrokenPlugin.class)
                .start();

        assertThat(failure())
                .isEqualTo("It failed while starting: java.lang.IllegalStateException: the coffee is cold");
    }

    @Test
    void saysWhatAnActivatorThrew() throws Exception {
        Map<String, String> headers = new HashMap<>(TestFramework.plugin("sample"));
        headers.remove("Service-Component");
        headers.put("Bundle-Activator", BrokenActivator.class.getName());
        Bundle bundle = framework.install("bad", headers, BrokenActivator.class);

        assertThat(list()).extracting(PluginJar::condition).containsExactly(Condition.COMING);
        clock.pass(PluginJars.GRACE);
        starts.tryToStart(bundle.getBundleId());
        assertThat(bundle.getState()).isEqualTo(Bundle.INSTALLED);

        starts.open();
        starts.tryToStart(bundle.getBundleId());
        await().until(() -> list().get(0).failure().orElse("").startsWith("It failed"));

        assertThat(failure()).isEqualTo("It failed while starting: java.lang.IllegalStateException: no milk either");
    }

    @Test
    void namesThePackageThatIsMissing() throws Exception {
        Map<String, String> headers = new HashMap<>(TestFramework.plugin("sample"));
        headers.put("Import-Package", "org.example.missing;version=\"[1,2)\",org.patchbay.spi.plugins");
        framework.install("bad", headers, SamplePlugin.class);
        clock.pass(PluginJars.GRACE.plusSeconds(1));
        assertThat(list()).extracting(PluginJar::condition).containsExactly(Condition.COMING);
        clock.pass(PluginJars.GRACE);

        assertThat(failure()).isEqualTo("It needs what is not here: the package org.example.missing");
    }

    @Test
    void saysThatAJarOffersNothing() throws Exception {
        Map<String, String> headers = new HashMap<>(TestFramework.plugin("Not A Name"));
        headers.remove("Service-Component");
        framework.install("empty", headers).start();

        assertThat(list()).extracting(PluginJar::condition).containsExactly(Condition.COMING);
        clock.pass(PluginJars.GRACE);
        assertThat(failure()).isEqualTo("It runs but offers no plugin");
        assertThat(list()).extracting(PluginJar::name).containsExactly("org.example.empty");
    }

    @Test
    void waitsForAPluginThatIsSatisfiedButNotSeenYet() throws Exception {
        framework
                .install("good", TestFramework.plugin("sample"), SamplePlugin.class)
                .start();

        assertThat(jars.list(any -> false)).extracting(PluginJar::condition).containsExactly(Condition.COMING);
        clock.pass(PluginJars.GRACE.plusSeconds(1));
        assertThat(jars.list(any -> false)).extracting(PluginJar::condition).containsExactly(Condition.COMING);
        clock.pass(PluginJars.PATIENCE);
        assertThat(jars.list(any -> false))
                .extracting(PluginJar::failure)
                .containsExactly(Optional.of("Its plugin does not come up"));
    }

    @Test
    void waitsForComponentsThatAreNotReadYet() throws Exception {
        framework.stopComponents();
        framework
                .install("good", TestFramework.plugin("sample"), SamplePlugin.class)
                .start();

        assertThat(list()).extracting(PluginJar::condition).containsExactly(Condition.COMING);
        clock.pass(PluginJars.GRACE);
        assertThat(list()).extracting(PluginJar::condition).containsExactly(Condition.COMING);
    }

    @Test
    void saysThatItIsStopped() throws Exception {
        Bundle bundle = framework.install("good", TestFramework.plugin("sample"), SamplePlugin.class);
        bundle.start();
        bundle.stop();
        assertThat(list()).hasSize(1);
        clock.pass(PluginJars.GRACE);

        assertThat(failure()).isEqualTo("It is stopped");
    }

    @Test
    void hasNothingToSayBeforeAllIsUp() throws Exception {
        Clock still = Clock.fixed(clock.instant(), ZoneOffset.UTC);
        PluginJars booting =
                new PluginJars(framework.context(), framework.components(), starts, still, Duration.ofSeconds(20));
        framework.install("slow", TestFramework.plugin("sample"), SamplePlugin.class);

        assertThat(booting.list(any -> false)).extracting(PluginJar::condition).containsExactly(Condition.COMING);
    }

    private List<PluginJar> list() throws Exception {
        ServiceReference<?>[] offered = framework.context().getAllServiceReferences(Plugin.class.getName(), null);
        if (offered != null) {
            for (ServiceReference<?> reference : offered) {
                framework.context().getService(reference);
            }
        }
        return jars.list(id -> offered != null && offered[0].getBundle().getBundleId() == id);
    }

    private String failure() throws Exception {
        List<PluginJar> all = list();
        assertThat(all).extracting(PluginJar::condition).containsExactly(Condition.FAILED);
        return all.get(0).failure().orElseThrow();
    }
}
