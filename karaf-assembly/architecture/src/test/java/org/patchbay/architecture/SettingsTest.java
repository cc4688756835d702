package org.patchbay.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Every setting of a slice is in the distribution's cfg and, unless it is a path, an environment variable of the manual. */
class SettingsTest {

    private static final Pattern VARIABLE = Pattern.compile("(?:\\$\\{env:|<Env name=\")(PATCHBAY_[A-Z0-9_]+)");

    @Test
    void everySettingIsAnEnvironmentVariableToo() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Path folder : Checkout.shipped()) {
            for (Path file : Checkout.files(folder.resolve("target/classes/OSGI-INF/metatype"), ".xml")) {
                check(file, wrong);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void theManualNamesEveryEnvironmentVariable() throws Exception {
        String manual = Files.readString(Checkout.ROOT.resolve("docs/operating.md"));
        Set<String> unnamed = new TreeSet<>();
        List<Path> files = new ArrayList<>(Checkout.files(Checkout.ASSEMBLY.resolve("etc"), ".cfg"));
        files.add(Checkout.ASSEMBLY.resolve("etc/jetty.xml"));
        for (Path cfg : files) {
            Matcher matcher = VARIABLE.matcher(Files.readString(cfg));
            while (matcher.find()) {
                if (!manual.contains('`' + matcher.group(1) + '`')) {
                    unnamed.add(matcher.group(1));
                }
            }
        }
        assertThat(unnamed).isEmpty();
    }

    private static void check(Path file, List<String> wrong) throws Exception {
        Document metatype =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
        NodeList designates = metatype.getElementsByTagName("Designate");
        if (designates.getLength() == 0) {
            return;
        }
        String pid = ((Element) designates.item(0)).getAttribute("pid");
        Path cfg = Checkout.ASSEMBLY.resolve("etc/" + pid + ".cfg");
        Properties settings = read(cfg);
        NodeList definitions = metatype.getElementsByTagName("AD");
        for (int i = 0; i < definitions.getLength(); i++) {
            Element definition = (Element) definitions.item(i);
            String id = definition.getAttribute("id");
            String value = settings.getProperty(id);
            if (value == null) {
                wrong.add(pid + ".cfg lacks " + id);
            } else if (!value.contains("${env:PATCHBAY_") && !value.contains("${karaf.")) {
                wrong.add(pid + ".cfg gives " + id + " no environment variable");
            }
        }
    }

    private static Properties read(Path cfg) throws IOException {
        Properties settings = new Properties();
        if (Files.exists(cfg)) {
            try (InputStream in = Files.newInputStream(cfg)) {
                settings.load(in);
            }
        }
        return settings;
    }
}
