package org.patchbay.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** Every jar that the distribution ships, also those inside of others, has a listed licence. */
class LicenceTest {

    private static final Path REPORTS = Checkout.ROOT.resolve("karaf-assembly/reports");
    private static final Pattern IN_POM = Pattern.compile("(?s)<licenses>.*?<name>\\s*(.*?)\\s*</name>");

    @Test
    void everyShippedJarHasAListedLicence() throws IOException {
        Map<String, String> declared = new TreeMap<>();
        for (Path jar : Checkout.files(Checkout.ASSEMBLY, ".jar")) {
            read(jar.getFileName().toString(), Files.readAllBytes(jar), declared);
        }
        assertThat(declared).hasSizeGreaterThan(50);

        Set<String> listed = Files.readAllLines(REPORTS.resolve("licences.txt")).stream()
                .map(line -> line.replaceAll("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .collect(Collectors.toSet());
        Map<String, String> texts = table("licence-texts.tsv");
        Map<String, String> undeclared = table("undeclared.tsv");
        List<String> wrong = new ArrayList<>();
        declared.forEach((jar, text) -> {
            Optional<String> licence = byText(text, texts).or(() -> byName(jar, undeclared));
            if (licence.filter(listed::contains).isEmpty()) {
                wrong.add(jar + ": " + (text.isEmpty() ? "says nothing, and is not in undeclared.tsv" : text));
            }
        });
        assertThat(wrong).isEmpty();
    }

    private static Optional<String> byText(String text, Map<String, String> texts) {
        return texts.entrySet().stream()
                .filter(entry -> text.matches(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Optional<String> byName(String jar, Map<String, String> undeclared) {
        String name = jar.substring(jar.lastIndexOf('/') + 1);
        return undeclared.entrySet().stream()
                .filter(entry -> name.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static void read(String name, byte[] jar, Map<String, String> declared) throws IOException {
        String text = "";
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(jar))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String path = entry.getName();
                if (path.equals("META-INF/MANIFEST.MF")) {
                    text = inManifest(zip).orElse(text);
                } else if (text.isEmpty() && path.matches("META-INF/maven/.*/pom\\.xml")) {
                    Matcher matcher =
                            IN_POM.matcher(new String(zip.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
                    text = matcher.find() ? matcher.group(1) : text;
                } else if (path.endsWith(".jar")) {
                    read(name + "/" + path.substring(path.lastIndexOf('/') + 1), zip.readAllBytes(), declared);
                }
            }
        }
        declared.put(name, text);
    }

    private static Optional<String> inManifest(InputStream in) throws IOException {
        Attributes main = new Manifest(new ByteArrayInputStream(in.readAllBytes())).getMainAttributes();
        return Optional.ofNullable(main.getValue("Bundle-License"));
    }

    private static Map<String, String> table(String file) throws IOException {
        Map<String, String> rows = new LinkedHashMap<>();
        for (String line : Files.readAllLines(REPORTS.resolve(file))) {
            String[] cells = line.split("\t", -1);
            rows.put(cells[0], cells[1]);
        }
        return rows;
    }
}
