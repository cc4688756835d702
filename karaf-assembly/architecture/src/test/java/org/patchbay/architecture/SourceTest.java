package org.patchbay.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Sections 6 to 8 of the house style, as far as they can be counted. */
class SourceTest {

    private static final int LONGEST = 350;
    private static final int NINE_IN_TEN = 230;

    @Test
    void classesStayReadable() throws IOException {
        List<Integer> lengths = new ArrayList<>();
        List<String> tooLong = new ArrayList<>();
        for (Path file : sources()) {
            int lines = Files.readAllLines(file).size();
            lengths.add(lines);
            if (lines > LONGEST) {
                tooLong.add(Checkout.ROOT.relativize(file) + " has " + lines + " lines");
            }
        }
        assertThat(tooLong).as("a class that long hides a second noun").isEmpty();
        assertThat(lengths.stream().filter(lines -> lines > NINE_IN_TEN).count())
                .as("nine classes in ten stay below %s lines", NINE_IN_TEN)
                .isLessThanOrEqualTo(lengths.size() / 10);
    }

    @Test
    void everyPackageIsNullMarked() throws IOException {
        Set<Path> packages = new TreeSet<>();
        for (Path file : sources()) {
            packages.add(file.resolveSibling("package-info.java"));
        }
        List<Path> unmarked = new ArrayList<>();
        for (Path info : packages) {
            if (!Files.exists(info) || !Files.readString(info).contains("@NullMarked")) {
                unmarked.add(Checkout.ROOT.relativize(info));
            }
        }
        assertThat(unmarked).isEmpty();
    }

    @Test
    void nobodySignsOrPostpones() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : sources()) {
            String text = Files.readString(file);
            if (text.contains("@author") || text.matches("(?s).*\\bTODO\\b(?! #\\d).*") || text.contains("FIXME")) {
                found.add(Checkout.ROOT.relativize(file).toString());
            }
        }
        assertThat(found).as("no @author, no TODO without an issue's number").isEmpty();
    }

    @Test
    void everySliceAndPluginExplainsItself() {
        assertThat(Checkout.shipped())
                .allSatisfy(folder -> assertThat(folder.resolve("README.md")).exists());
    }

    @Test
    void bundlePomsStayShort() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (Path folder : Checkout.modules()) {
            String pom = Files.readString(folder.resolve("pom.xml"));
            if (pom.matches("(?s).*</parent>.*<version>[0-9].*")) {
                tooLong.add(folder + "/pom.xml sets a version");
            }
        }
        assertThat(tooLong).as("versions live in the root pom").isEmpty();
    }

    private static List<Path> sources() {
        return Checkout.modules().stream()
                .flatMap(folder -> Checkout.files(folder.resolve("src/main/java"), ".java").stream())
                .toList();
    }
}
