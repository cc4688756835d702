package org.patchbay.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What the built bundles say of themselves. */
class BundleTest {

    @TestFactory
    Stream<DynamicTest> onlyTheApiExports() {
        return bundles("api", "routes", "testing")
                .map(jar -> DynamicTest.dynamicTest(name(jar), () -> assertThat(header(jar, "Export-Package"))
                        .as("Export-Package of %s", jar)
                        .isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> routesReExportsCamelAndItsMailAlone() {
        return bundles()
                .filter(jar -> name(jar).startsWith("patchbay-routes"))
                .map(jar -> DynamicTest.dynamicTest(name(jar), () -> assertThat(header(jar, "Export-Package")
                                .orElse("")
                                .replaceAll("\"[^\"]*\"", "")
                                .split(",", -1))
                        .allSatisfy(clause ->
                                assertThat(clause).matches("(org.apache.camel|jakarta.mail|jakarta.activation).*"))));
    }

    @TestFactory
    Stream<DynamicTest> nobodyImportsNullnessAnnotations() {
        return bundles()
                .map(jar -> DynamicTest.dynamicTest(name(jar), () -> assertThat(
                                header(jar, "Import-Package").orElse(""))
                        .as("a bundle that imports them is refreshed the day something provides them")
                        .doesNotContain("org.jspecify")));
    }

    private static Stream<Path> bundles(String... without) {
        List<String> excluded = List.of(without);
        return Checkout.modules().stream()
                .filter(folder -> !excluded.contains(folder.getFileName().toString()))
                .map(folder -> folder.resolve("target"))
                .filter(Files::isDirectory)
                .flatMap(target -> Checkout.list(target).stream())
                .filter(file -> name(file).matches("patchbay-.*-SNAPSHOT\\.jar|patchbay-[a-z-]*[0-9.]+\\.jar"));
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static Optional<String> header(Path file, String name) throws IOException {
        try (JarFile jar = new JarFile(file.toFile())) {
            return Optional.ofNullable(jar.getManifest())
                    .map(Manifest::getMainAttributes)
                    .map(attributes -> attributes.getValue(name));
        }
    }
}
