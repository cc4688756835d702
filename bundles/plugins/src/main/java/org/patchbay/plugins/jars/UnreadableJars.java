package org.patchbay.plugins.jars;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.apache.felix.fileinstall.ArtifactInstaller;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Component;
import org.patchbay.api.cluster.Registration;

/** The jars in the deploy folder of which no bundle can be made, which would be passed over otherwise. Thread-safe. */
@Component(service = {UnreadableJars.class, ArtifactInstaller.class})
public final class UnreadableJars implements ArtifactInstaller {

    private static final int MAX_NAME = 100;

    private final Map<String, UnreadableJar> jars = new ConcurrentSkipListMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** Whether it is a jar that nothing can be made of; one that is still being copied is asked about again. */
    @Override
    public boolean canHandle(File artifact) {
        return artifact.getName().endsWith(".jar") && artifact.isFile() && !isBundle(artifact);
    }

    @Override
    public void install(File artifact) {
        String name = artifact.getName();
        jars.put(name, new UnreadableJar(name.substring(0, Math.min(name.length(), MAX_NAME)), complaint(artifact)));
        listeners.forEach(Runnable::run);
    }

    @Override
    public void update(File artifact) {
        install(artifact);
    }

    @Override
    public void uninstall(File artifact) {
        jars.remove(artifact.getName());
        listeners.forEach(Runnable::run);
    }

    /** The files, by name. */
    public List<UnreadableJar> list() {
        return List.copyOf(jars.values());
    }

    /** Hears that a file came, changed or went; on the thread that found it. */
    public Registration onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private static boolean isBundle(File artifact) {
        try {
            return symbolicName(artifact);
        } catch (IOException e) {
            return false;
        }
    }

    private static String complaint(File artifact) {
        try {
            return symbolicName(artifact)
                    ? "It cannot be installed"
                    : "It is a jar but no plugin: its manifest has no " + Constants.BUNDLE_SYMBOLICNAME;
        } catch (IOException e) {
            return "The file is damaged or no jar at all; copy it into the folder again";
        }
    }

    private static boolean symbolicName(File artifact) throws IOException {
        try (JarFile jar = new JarFile(artifact, false)) {
            Manifest manifest = jar.getManifest();
            return manifest != null && manifest.getMainAttributes().getValue(Constants.BUNDLE_SYMBOLICNAME) != null;
        }
    }

    /**
     * A file and what is wrong with it.
     *
     * @param failure in one sentence
     */
    public record UnreadableJar(String file, String failure) {}
}
