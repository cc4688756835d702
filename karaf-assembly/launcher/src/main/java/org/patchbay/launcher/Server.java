package org.patchbay.launcher;

import java.util.List;
import java.util.Optional;
import org.osgi.framework.launch.Framework;

/** Karaf, running in this process until it is told to stop: by Ctrl-C, by a termination signal or from within. */
final class Server {

    private final org.apache.karaf.main.Main karaf = new org.apache.karaf.main.Main(new String[0]);

    /** What has failed, as far as can be seen from outside; empty if it merely takes long. */
    List<String> faults() {
        return obstacles().map(Obstacles::faults).orElse(List.of());
    }

    /** What waits for something else, for whoever looks for the reason. */
    List<String> waiting() {
        return obstacles().map(Obstacles::waiting).orElse(List.of("Karaf itself has not started"));
    }

    private Optional<Obstacles> obstacles() {
        return Optional.ofNullable(karaf.getFramework())
                .map(Framework::getBundleContext)
                .map(Obstacles::new);
    }

    /** Returns when the server has stopped. */
    void run() throws Exception {
        // Karaf itself heeds the termination signal, but ends at once on Ctrl-C.
        Thread hook = new Thread(this::stopAndEnd, "patchbay-stop");
        Runtime.getRuntime().addShutdownHook(hook);
        karaf.launch();
        karaf.awaitShutdown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending already, and the hook is at work.
            hook.join();
        }
        karaf.destroy();
    }

    private void stopAndEnd() {
        int code = 0;
        try {
            karaf.destroy();
        } catch (Exception e) {
            System.err.println("Patchbay did not stop cleanly: " + e.getMessage());
            code = 1;
        }
        // A wanted stop is a success, which the signal's own exit code is not.
        Runtime.getRuntime().halt(code);
    }
}
