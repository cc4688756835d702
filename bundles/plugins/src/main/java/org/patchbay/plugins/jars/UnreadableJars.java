package org.patchbay.plugins.jars;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Component;
import org.patchbay.api.cluster.Registration;

/** The jars in the deploy folder of which no bundle can be made, which would be passed over otherwise. Thread-safe. */
@Component(service = UnreadableJars.class)
public final class UnreadableJars {

    private static final int MAX_NAME = 100;

    private final Map<String, UnreadableJar> jars = new ConcurrentSkipListMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** What is wrong with a file, if that can be seen from outside; it is kept until the file is mended or gone. */
    public boolean complain(File artifact) {
        var complaint = complaint(artifact);
        if (complaint.isEmpty()) {
            forget(artifact);
            return false;
        }
        put(artifact, complaint);
        return true;
    }

    /** A bundle it may be, but it was refused for this reason. */
    void refused(File artifact, String reason) {
        put(artifact, "It cannot be installed: " + reason);
    }

    /** The file is gone. */
    public void forget(File artifact) {
        if (jars.remove(artifact.getName()) != null) {
            listeners.forEach(Runnable::run);
        }
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

    private void put(File artifact, String failure) {
        String name = artifact.getName();
        jars.put(name, new UnreadableJar(name.substring(0, Math.min(name.length(), MAX_NAME)), failure));
        listeners.forEach(Runnable::run);
    }

    private static String complaint(File artifact) {
        try (JarFile jar = new JarFile(artifact, false)) {
            Manifest manifest = jar.getManifest();
            return manifest != null && manifest.getMainAttributes().getValue(Constants.BUNDLE_SYMBOLICNAME) != null
                    ? ""
                    : "It is a jar but no plugin: its manifest has no " + Constants.BUNDLE_SYMBOLICNAME;
        } catch (IOException e) {
            return "The file is damaged or no jar at all; copy it into the folder again";
        }
    }

    /**
     * A file and what is wrong with it.
     *
     * @param failure in one sentence
     */
    public record UnreadableJar(String file, String failure) {}
}
