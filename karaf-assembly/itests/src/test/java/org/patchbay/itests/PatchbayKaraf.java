package org.patchbay.itests;

import static org.ops4j.pax.exam.CoreOptions.systemProperty;
import static org.ops4j.pax.exam.CoreOptions.vmOptions;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.doNotModifyLogConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.ops4j.pax.exam.Option;

/** The distribution as Pax Exam starts it: on free ports, without HTTPS, whose certificate the launcher makes. */
final class PatchbayKaraf {

    private PatchbayKaraf() {}

    static Option[] distribution() {
        return new Option[] {
            karafDistributionConfiguration()
                    .frameworkUrl(new File(System.getProperty("patchbay.distribution"))
                            .toURI()
                            .toString())
                    .karafVersion("4.4.9")
                    .name("Patchbay")
                    .unpackDirectory(new File("target/exam"))
                    .useDeployFolder(false),
            systemProperty("patchbay.plugin").value(System.getProperty("patchbay.plugin")),
            vmOptions(
                    "-Xmx512m",
                    "--add-opens=java.base/java.security=ALL-UNNAMED",
                    "--add-opens=java.base/java.net=ALL-UNNAMED",
                    "--add-opens=java.base/java.lang=ALL-UNNAMED",
                    "--add-opens=java.base/java.util=ALL-UNNAMED",
                    "--add-opens=java.naming/javax.naming.spi=ALL-UNNAMED",
                    "-classpath",
                    "lib/jdk9plus/*" + File.pathSeparator + "lib/boot/*" + File.pathSeparator + "lib/endorsed/*"),
            doNotModifyLogConfiguration(),
            configureConsole().ignoreLocalConsole().ignoreRemoteShell(),
            editConfigurationFilePut("etc/org.ops4j.pax.web.cfg", "org.osgi.service.http.port", freePort()),
            editConfigurationFilePut("etc/org.ops4j.pax.web.cfg", "org.osgi.service.http.secure.enabled", "false"),
            editConfigurationFilePut("etc/org.patchbay.media.cfg", "port", freePort())
        };
    }

    private static String freePort() {
        try {
            return Integer.toString(ServerProcess.freePort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
