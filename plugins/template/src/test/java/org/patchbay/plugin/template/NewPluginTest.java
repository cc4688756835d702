package org.patchbay.plugin.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** {@code plugins/new.sh} makes a plugin that compiles and whose tests pass. It is not copied. */
class NewPluginTest {

    private final Path folder;

    NewPluginTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void makesAPluginThatWorks() throws Exception {
        assertThat(run("crm-acme2")).isZero();
        Path plugin = folder.resolve("crm-acme2");

        assertThat(plugin.resolve("bnd.bnd")).hasContent("Patchbay-Plugin: crm-acme2");
        assertThat(plugin.resolve("pom.xml")).content().contains("<artifactId>patchbay-plugin-crm-acme2</artifactId>");
        assertThat(plugin.resolve("README.md"))
                .content()
                .contains("import { crmAcme2 } from \"plugin/crm-acme2\"", "await crmAcme2.greet(");
        assertThat(files(plugin).map(Path::toString))
                .noneMatch(path -> path.toLowerCase(Locale.ROOT).contains("template"));
        for (Path file : files(plugin).toList()) {
            assertThat(file).content().doesNotContainIgnoringCase("template");
        }
        TestExecutionSummary summary = runTests(compile(plugin));
        assertThat(summary.getFailures()).isEmpty();
        assertThat(summary.getTestsSucceededCount()).isEqualTo(7);
    }

    @Test
    void refusesWhatIsNoName() throws Exception {
        for (String name : new String[] {"", "Acme", "acme_crm", "../acme", "acme-"}) {
            assertThat(run(name)).as(name).isNotZero();
        }
        assertThat(run("acme")).isZero();
        assertThat(run("acme")).as("there already").isNotZero();
    }

    private int run(String name) throws IOException, InterruptedException {
        return new ProcessBuilder("sh", "../new.sh", name, folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start()
                .waitFor();
    }

    private static Path compile(Path plugin) throws IOException {
        Path classes = Files.createDirectory(plugin.resolve("classes"));
        Path resources = plugin.resolve("src/main/resources");
        for (Path file : files(resources).toList()) {
            Path copy = classes.resolve(resources.relativize(file));
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
        List<String> arguments = new ArrayList<>(
                List.of("-d", classes.toString(), "-cp", System.getProperty("java.class.path"), "-proc:none"));
        files(plugin.resolve("src"))
                .map(Path::toString)
                .filter(path -> path.endsWith(".java"))
                .forEach(arguments::add);
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(new String[0])))
                .isZero();
        return classes;
    }

    private static TestExecutionSummary runTests(Path classes) throws Exception {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (var loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, before)) {
            thread.setContextClassLoader(loader);
            var request = LauncherDiscoveryRequestBuilder.request()
                    .selectors(
                            DiscoverySelectors.selectClass(
                                    loader.loadClass("org.patchbay.plugin.crmacme2.CrmAcme2PluginTest")),
                            DiscoverySelectors.selectClass(
                                    loader.loadClass("org.patchbay.plugin.crmacme2.CrmAcme2ModuleTest")))
                    .configurationParameter("junit.platform.reporting.open.xml.enabled", "false")
                    .build();
            LauncherFactory.create().execute(request, listener);
        } finally {
            thread.setContextClassLoader(before);
        }
        return listener.getSummary();
    }

    private static Stream<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all
                    .filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains(File.separator + "classes" + File.separator))
                    .toList()
                    .stream();
        }
    }
}
