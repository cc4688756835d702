package org.patchbay.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The committed description of the REST API is that of the resources. {@code -Dopenapi.update=true} writes it anew. */
class OpenApiFileTest {

    private static final Path FILE = Checkout.ROOT.resolve("docs/openapi.json");
    private static final Pattern CLASS = Pattern.compile("<implementation class=\"([^\"]+)\"/>");

    @Test
    void isThatOfTheResources() throws Exception {
        var described = describe();
        if (Boolean.getBoolean("openapi.update")) {
            Files.writeString(FILE, described);
        }
        assertThat(described)
                .as("docs/openapi.json is out of date; run this test with -Dopenapi.update=true")
                .isEqualTo(Files.readString(FILE));
    }

    @Test
    void saysWhatEveryOperationAnswers() throws Exception {
        assertThat(describe())
                .as("a method that returns a Response says by @Answers what is in it")
                .doesNotContainPattern("\"200\" : \\{\\s*\"description\" : \"[^\"]*\"\\s*}");
    }

    private static String describe() throws Exception {
        var text = new String[1];
        withResources(
                (loader, resources) -> text[0] = (String) loader.loadClass("org.patchbay.web.openapi.OpenApiDocument")
                        .getMethod("of", Collection.class)
                        .invoke(null, resources));
        return text[0];
    }

    /** What is done with the classes of all resources. */
    interface Task {
        void with(ClassLoader loader, List<Class<?>> resources) throws Exception;
    }

    /** Loads the classes of all resources for as long as the task takes. */
    static void withResources(Task task) throws Exception {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        try (var loader = new URLClassLoader(urls(), OpenApiFileTest.class.getClassLoader())) {
            thread.setContextClassLoader(loader);
            var resources = new ArrayList<Class<?>>();
            for (var name : resources()) {
                resources.add(loader.loadClass(name));
            }
            assertThat(resources).isNotEmpty();
            task.with(loader, resources);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** The components that are published; by the manifest, since files of earlier builds may lie about. */
    private static List<String> resources() throws IOException {
        var names = new ArrayList<String>();
        for (var folder : Checkout.shipped()) {
            var classes = folder.resolve("target/classes");
            for (var component : components(classes.resolve("META-INF/MANIFEST.MF"))) {
                var text = Files.readString(classes.resolve(component));
                var implementation = CLASS.matcher(text);
                if (text.contains("\"org.patchbay.spi.web.RestResource\"") && implementation.find()) {
                    names.add(implementation.group(1));
                }
            }
        }
        return names;
    }

    private static List<String> components(Path manifest) throws IOException {
        if (!Files.exists(manifest)) {
            return List.of();
        }
        try (var in = Files.newInputStream(manifest)) {
            var header = new Manifest(in).getMainAttributes().getValue("Service-Component");
            return header == null ? List.of() : List.of(header.split(",", -1));
        }
    }

    /** Every slice, and what the web slice has embedded. */
    private static URL[] urls() {
        var embedded = Checkout.ROOT.resolve("bundles/web/target/classes/lib");
        return Stream.concat(
                        Checkout.shipped().stream().map(folder -> folder.resolve("target/classes")),
                        Checkout.files(embedded, ".jar").stream())
                .map(OpenApiFileTest::url)
                .toArray(URL[]::new);
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
