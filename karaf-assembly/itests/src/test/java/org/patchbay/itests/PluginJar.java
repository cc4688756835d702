package org.patchbay.itests;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.osgi.framework.BundleActivator;

/** Packs a class of these tests into the jar of a plugin. */
final class PluginJar {

    private PluginJar() {}

    /** Drops the jar into the folder at once, as a move does. */
    static Path drop(Path folder, String name, Class<?> type) throws IOException {
        Path whole = Files.createTempFile(Files.createDirectories(folder), name, ".part");
        try (OutputStream out = Files.newOutputStream(whole);
                JarOutputStream jar = new JarOutputStream(out, manifest(name, type))) {
            String path = type.getName().replace('.', '/') + ".class";
            jar.putNextEntry(new JarEntry(path));
            try (InputStream code = type.getClassLoader().getResourceAsStream(path)) {
                jar.write(code.readAllBytes());
            }
            jar.putNextEntry(new JarEntry("component.xml"));
            jar.write(("<scr:component xmlns:scr=\"http://www.osgi.org/xmlns/scr/v1.4.0\" name=\"" + name + "\">"
                            + "<service><provide interface=\"org.patchbay.spi.plugins.Plugin\"/></service>"
                            + "<implementation class=\"" + type.getName() + "\"/></scr:component>")
                    .getBytes(StandardCharsets.UTF_8));
        }
        return Files.move(whole, folder.resolve(name + ".jar"), StandardCopyOption.ATOMIC_MOVE);
    }

    private static Manifest manifest(String name, Class<?> type) {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Bundle-ManifestVersion", "2");
        attributes.putValue("Bundle-SymbolicName", "org.example." + name);
        attributes.putValue("Bundle-Version", "1.0.0");
        attributes.putValue("Patchbay-Plugin", name);
        attributes.putValue("Import-Package", "org.patchbay.spi.plugins,org.patchbay.api.plugins,org.osgi.framework");
        boolean activator = BundleActivator.class.isAssignableFrom(type);
        attributes.putValue(
                activator ? "Bundle-Activator" : "Service-Component", activator ? type.getName() : "component.xml");
        return manifest;
    }
}
