package org.patchbay.architecture;

import static java.util.function.Predicate.not;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The checkout that this module is part of. */
final class Checkout {

    static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    static final Path ASSEMBLY = ROOT.resolve("karaf-assembly/distribution/target/assembly");

    private Checkout() {}

    /** The folders of slices, plugins and the script engine, as far as they are Maven modules. */
    static List<Path> modules() {
        return Stream.of("bundles", "plugins", "scripting")
                .map(ROOT::resolve)
                .filter(Files::isDirectory)
                .flatMap(folder -> list(folder).stream())
                .filter(folder -> Files.exists(folder.resolve("pom.xml")))
                .toList();
    }

    /** As {@link #modules()}, without the fakes and contracts for tests. */
    static List<Path> shipped() {
        return modules().stream()
                .filter(not(folder -> folder.endsWith("testing")))
                .toList();
    }

    static List<Path> list(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> files(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
