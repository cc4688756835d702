package org.patchbay.plugins.jars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceReference;
import org.patchbay.plugins.jars.PluginJar.Condition;
import org.patchbay.plugins.jars.sample.BlockedActivator;
import org.patchbay.plugins.jars.sample.SamplePlugin;
import org.patchbay.plugins.jars.sample.StuckPlugin;
import org.patchbay.spi.plugins.Plugin;

class DeployedJarsTest {

    private static final Duration LIMIT = Duration.ofSeconds(1);

    private final Path deploy;
    private final TestFramework framework;
    private final PluginStarts starts;
    private final PluginJars plugins;
    private final Set<Long> offering = ConcurrentHashMap.newKeySet();
    private final UnreadableJars unreadable = new UnreadableJars();
    private final DeployedJars jars;

    DeployedJarsTest(@TempDir Path cache, @TempDir Path deploy) throws Exception {
        this.deploy = deploy;
        System.setProperty(StuckPlugin.STUCK, "yes");
        framework = new TestFramework(cache);
        starts = new PluginStarts(framework.context(), LIMIT);
        plugins = new PluginJars(framework.context(), framework.components(), starts, Clock.systemUTC(), Duration.ZERO);
        jars = new DeployedJars(framework.context(), starts, unreadable);
        // As the directory of plugins does: a component is made by whoever asks for it when it is registered.
        framework.context().addServiceListener(event -> {
            ServiceReference<?> reference = event.getServiceReference();
            if (event.getType() == ServiceEvent.REGISTERED
                    && isPlugin(reference)
                    && framework.context().getService(reference) != null) {
                offering.add(reference.getBundle().getBundleId());
            }
        });
    }

    @AfterEach
    void close() throws Exception {
        System.clearProperty(StuckPlugin.STUCK);
        framework.close();
    }

    @Test
    void aConstructorThatComesToNoEndHoldsNobodyUp() throws Exception {
        jars.install(stuck("stuck.jar"));
        await().until(() -> isAt("StuckPlugin"));
        jars.install(good("good.jar"));

        await().until(() -> condition("sample") == Condition.RUNNING);
        await().until(() -> condition("stuck") == Condition.FAILED);
        assertThat(list())
                .filteredOn(jar -> jar.name().equals("stuck"))
                .singleElement()
                .satisfies(jar -> assertThat(jar.failure().orElseThrow())
                        .startsWith("It has not finished starting after 1 seconds; it is at ")
                        .contains("sample.StuckPlugin.<init>(StuckPlugin.java:"));
    }

    @Test
    void anActivatorThatComesToNoEndHoldsNobodyUpAndIsInterrupted() throws Exception {
        jars.install(blocked("blocked.jar"));
        await().until(() -> isAt("BlockedActivator"));
        jars.install(good("good.jar"));

        await().until(() -> condition("sample") == Condition.RUNNING);
        await().until(() -> condition("blocked") == Condition.FAILED);
        await().until(() -> !isAt("BlockedActivator"));
        assertThat(list())
                .filteredOn(jar -> jar.name().equals("blocked"))
                .singleElement()
                .satisfies(jar -> assertThat(jar.failure().orElseThrow())
                        .contains("sample.BlockedActivator.start(BlockedActivator.java:"));
    }

    @Test
    void theNextVersionRunsAlthoughThePresentOneIsStuck() throws Exception {
        jars.install(stuck("plugin.jar"));
        await().until(() -> isAt("StuckPlugin"));

        jars.update(good("plugin.jar"));

        await().untilAsserted(() -> assertThat(list()).singleElement().satisfies(jar -> assertThat(jar.condition())
                .isEqualTo(Condition.RUNNING)));
        assertThat(list()).extracting(PluginJar::name).containsExactly("sample");
    }

    @Test
    void theSameVersionComesAgainAlthoughItIsStuck() throws Exception {
        File file = stuck("plugin.jar");
        jars.install(file);
        await().until(() -> isAt("StuckPlugin"));
        jars.update(file);

        await().untilAsserted(() -> assertThat(list()).hasSize(1));
        System.clearProperty(StuckPlugin.STUCK);
        await().until(() -> condition("stuck") == Condition.RUNNING);
        assertThat(list()).hasSize(1);
    }

    @Test
    void whatIsStuckIsGoneWithItsFile() throws Exception {
        File file = stuck("stuck.jar");
        jars.install(file);
        await().until(() -> isAt("StuckPlugin"));
        Files.delete(file.toPath());

        jars.uninstall(file);

        assertThat(list()).isEmpty();
        System.clearProperty(StuckPlugin.STUCK);
        await().until(() -> framework.context().getBundles().length == 2);
    }

    @Test
    void theFolderAloneTellsWhatThereIsAfterARestart() throws Exception {
        jars.install(good("good.jar"));
        await().until(() -> condition("sample") == Condition.RUNNING);

        DeployedJars again = new DeployedJars(framework.context(), starts, unreadable);

        assertThat(list()).isEmpty();
        again.install(good("good.jar"));
        await().until(() -> condition("sample") == Condition.RUNNING);
    }

    @Test
    void saysWhyABundleIsRefused() throws Exception {
        File file = file("odd.jar", TestFramework.jar("odd", Map.of("Import-Package", "org.example;;;")));

        jars.install(file);
        await().until(() -> !unreadable.list().isEmpty());

        assertThat(unreadable.list()).singleElement().satisfies(jar -> assertThat(jar.failure())
                .startsWith("It cannot be installed: "));
        jars.update(good("odd.jar"));
        await().until(() -> condition("sample") == Condition.RUNNING);
        assertThat(unreadable.list()).isEmpty();
    }

    @Test
    void takesEveryJarAndNothingElse() throws Exception {
        assertThat(jars.canHandle(good("good.jar"))).isTrue();
        assertThat(jars.canHandle(file("garbage.jar", new byte[] {7, 0, 7}))).isTrue();
        assertThat(jars.canHandle(file("notes.txt", new byte[] {7}))).isFalse();
        assertThat(jars.canHandle(deploy.resolve("gone.jar").toFile())).isFalse();
    }

    private File good(String name) throws IOException {
        return file(name, TestFramework.jar("good", TestFramework.plugin("sample"), SamplePlugin.class));
    }

    private File stuck(String name) throws IOException {
        return file(name, TestFramework.jar("stuck", TestFramework.plugin("stuck"), StuckPlugin.class));
    }

    private File blocked(String name) throws IOException {
        Map<String, String> headers = new HashMap<>(TestFramework.plugin("blocked"));
        headers.remove("Service-Component");
        headers.put("Bundle-Activator", BlockedActivator.class.getName());
        return file(name, TestFramework.jar("blocked", headers, BlockedActivator.class));
    }

    private File file(String name, byte[] content) throws IOException {
        return Files.write(deploy.resolve(name), content).toFile();
    }

    private List<PluginJar> list() {
        return plugins.list(offering::contains);
    }

    private Condition condition(String name) {
        return list().stream()
                .filter(jar -> jar.name().equals(name))
                .map(PluginJar::condition)
                .findFirst()
                .orElse(Condition.COMING);
    }

    private static boolean isPlugin(ServiceReference<?> reference) {
        return List.of((String[]) reference.getProperty("objectClass")).contains(Plugin.class.getName());
    }

    private static boolean isAt(String type) {
        return Thread.getAllStackTraces().values().stream().flatMap(Stream::of).anyMatch(frame -> frame.getClassName()
                .endsWith("sample." + type));
    }
}
