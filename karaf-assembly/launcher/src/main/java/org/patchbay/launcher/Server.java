package org.patchbay.launcher;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.framework.launch.Framework;

/** Karaf, running in this process until it is told to stop: by Ctrl-C, by a termination signal or from within. */
final class Server {

    /** Longer than Karaf itself waits; what has not ended then, such as a plugin that heeds nothing, is left behind. */
    private static final long STOP_SECONDS = 28;

    private final CountDownLatch stopped = new CountDownLatch(1);
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
        SynchronousBundleListener limit = this::limitStop;
        karaf.getFramework().getBundleContext().addBundleListener(limit);
        karaf.awaitShutdown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending already, and the hook is at work.
            hook.join();
        }
        karaf.destroy();
        stopped.countDown();
    }

    private void limitStop(BundleEvent event) {
        if (event.getBundle().getBundleId() == 0 && event.getType() == BundleEvent.STOPPING) {
            Thread thread = new Thread(this::endAnyway, "patchbay-stop-limit");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void endAnyway() {
        try {
            if (!stopped.await(STOP_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("Patchbay has stopped; what had not ended after " + STOP_SECONDS
                        + " seconds, a plugin perhaps, was cut off.");
                Runtime.getRuntime().halt(0);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
