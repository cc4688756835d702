package org.patchbay.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every slice with a store gives and erases what it keeps of a portal and of a person. */
class PrivacyTest {

    private static final Pattern PORTAL_DATA = Pattern.compile("implements [^{]*\\bPortalData\\b");
    private static final Pattern PERSON_DATA = Pattern.compile("implements [^{]*\\bPersonData\\b");

    /** Portals are tenancy's own; it gives them itself and deletes them when everybody else has erased. */
    private static final Set<String> OWNERS_OF_PORTALS = Set.of("tenancy");

    /** The media servers are of no portal. */
    private static final Set<String> WITHOUT_PORTALS = Set.of("jvb");

    /** Slices that keep nothing about people, and why. */
    private static final Map<String, String> WITHOUT_PEOPLE = Map.of(
            "jvb", "addresses of media servers",
            "kv", "values of scripts and plugins, whose meaning only these know",
            "plugins", "settings of portals",
            "provisioning", "phones of extensions, which alone know whose they are",
            "sip", "where phones are, by accounts, which are erased with their person",
            "tenancy", "portals",
            "vault", "keys of people, destroyed by themselves when a person is erased");

    @Test
    void everyStoreGivesAndErasesWhatItKeepsOfAPortal() throws IOException {
        List<String> missing = new ArrayList<>();
        for (Path slice : slices()) {
            String name = name(slice);
            if (!OWNERS_OF_PORTALS.contains(name) && !WITHOUT_PORTALS.contains(name) && !has(slice, PORTAL_DATA)) {
                missing.add(name);
            }
        }
        assertThat(missing)
                .as("slices with a persistence.xml and no PortalData")
                .isEmpty();
    }

    @Test
    void everyStoreGivesAndErasesWhatItKeepsOfAPerson() throws IOException {
        List<String> missing = new ArrayList<>();
        for (Path slice : slices()) {
            if (!WITHOUT_PEOPLE.containsKey(name(slice)) && !has(slice, PERSON_DATA)) {
                missing.add(name(slice));
            }
        }
        assertThat(missing)
                .as("slices with a persistence.xml and no PersonData")
                .isEmpty();
    }

    private static List<Path> slices() {
        List<Path> slices = Checkout.modules().stream()
                .filter(folder -> Files.exists(folder.resolve("src/main/resources/META-INF/persistence.xml")))
                .toList();
        assertThat(slices).extracting(PrivacyTest::name).contains("audit", "identity", "mail", "meetings");
        return slices;
    }

    private static String name(Path slice) {
        String name = slice.getFileName().toString();
        return name.equals("engine") ? "scripting" : name;
    }

    private static boolean has(Path slice, Pattern pattern) throws IOException {
        for (Path source : Checkout.files(slice.resolve("src/main/java"), ".java")) {
            if (pattern.matcher(Files.readString(source)).find()) {
                return true;
            }
        }
        return false;
    }
}
