package org.patchbay.plugins.jars;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/** A real framework with declarative services, and jars made of test classes. */
final class TestFramework implements AutoCloseable {

    private static final String SHARED = "org.osgi.service.component;version=1.5,"
            + "org.osgi.service.component.runtime;version=1.5,org.osgi.service.component.runtime.dto;version=1.5,"
            + "org.osgi.util.promise;version=1.2,org.osgi.util.function;version=1.2,"
            + "org.patchbay.api;version=1.0,org.patchbay.api.plugins;version=1.0,org.patchbay.spi.plugins;version=1.0";

    private final Framework framework;
    private final Bundle scrBundle;

    TestFramework(Path cache) throws Exception {
        framework = new FrameworkFactory()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE,
                        cache.toString(),
                        Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                        SHARED,
                        Constants.FRAMEWORK_BSNVERSION,
                        Constants.FRAMEWORK_BSNVERSION_MULTIPLE,
                        "ds.stop.timeout.milliseconds",
                        "200",
                        "felix.log.level",
                        "0"));
        framework.start();
        URL scr = Class.forName("org.apache.felix.scr.impl.Activator")
                .getProtectionDomain()
                .getCodeSource()
                .getLocation();
        scrBundle = context().installBundle(scr.toString());
        scrBundle.start();
    }

    /** From here on components are described but none is made: the runtime that tells of them is gone blind. */
    void stopComponents() throws BundleException {
        scrBundle.stop();
    }

    BundleContext context() {
        return framework.getBundleContext();
    }

    ServiceComponentRuntime components() {
        return Objects.requireNonNull(
                context().getService(context().getServiceReference(ServiceComponentRuntime.class)));
    }

    /** Installs a jar with these headers and classes; a component is made of the class that the header names. */
    Bundle install(String name, Map<String, String> headers, Class<?>... classes) throws IOException, BundleException {
        return installFrom("test:" + name, name, headers, classes);
    }

    /** The same from a place of one's choice. */
    Bundle installFrom(String location, String name, Map<String, String> headers, Class<?>... classes)
            throws IOException, BundleException {
        return context().installBundle(location, new ByteArrayInputStream(jar(name, headers, classes)));
    }

    /** A jar with these headers and classes. */
    static byte[] jar(String name, Map<String, String> headers, Class<?>... classes) throws IOException {
        Map<String, String> all = new HashMap<>(headers);
        all.put("Bundle-ManifestVersion", "2");
        all.put("Bundle-SymbolicName", "org.example." + name);
        all.put("Bundle-Version", "1.2.3");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        all.forEach(manifest.getMainAttributes()::putValue);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
            for (Class<?> type : classes) {
                String path = type.getName().replace('.', '/') + ".class";
                jar.putNextEntry(new JarEntry(path));
                jar.write(Objects.requireNonNull(type.getClassLoader().getResourceAsStream(path))
                        .readAllBytes());
            }
            if (headers.containsKey("Service-Component")) {
                jar.putNextEntry(new JarEntry("component.xml"));
                jar.write(component(classes[0].getName()).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() throws Exception {
        framework.stop();
        framework.waitForStop(10_000);
    }

    /** Headers of a plugin with a component. */
    static Map<String, String> plugin(String name) {
        return Map.of(
                PluginJars.HEADER,
                name,
                "Bundle-Name",
                "The " + name,
                "Service-Component",
                "component.xml",
                "Import-Package",
                "org.patchbay.spi.plugins,org.patchbay.api.plugins,org.osgi.framework");
    }

    private static String component(String type) {
        return String.join(
                "",
                List.of(
                        "<scr:component xmlns:scr=\"http://www.osgi.org/xmlns/scr/v1.4.0\" name=\"plugin\">",
                        "<service><provide interface=\"org.patchbay.spi.plugins.Plugin\"/></service>",
                        "<implementation class=\"" + type + "\"/></scr:component>"));
    }
}
