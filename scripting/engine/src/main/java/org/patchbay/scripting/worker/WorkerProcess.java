package org.patchbay.scripting.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One worker JVM. It gets nothing of the server's environment, which holds secrets. */
final class WorkerProcess implements WorkerLink {

    private static final Logger log = LoggerFactory.getLogger(WorkerProcess.class);
    private static final int COMPLAINTS = 50;

    private final Process process;
    private final Outbox outbox;
    private volatile boolean killed;
    private volatile long lastHeard = System.nanoTime();

    WorkerProcess(WorkerSettings settings) throws IOException {
        var builder = new ProcessBuilder(settings.command());
        builder.environment().clear();
        process = builder.start();
        outbox = new Outbox(process.getOutputStream());
        daemon(outbox, "script-worker-writer");
        daemon(this::complaints, "script-worker-complaints");
    }

    private static void daemon(Runnable task, String name) {
        var thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void complaints() {
        try (var lines = new BufferedReader(new InputStreamReader(process.getErrorStream(), UTF_8))) {
            int count = 0;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (++count <= COMPLAINTS) {
                    log.warn("Script worker: {}", line);
                }
            }
        } catch (IOException e) {
            log.debug("The script worker's complaints ended", e);
        }
    }

    @Override
    public void send(Message message) {
        outbox.send(message);
    }

    /** Hands each message to the consumer, until the worker ends. */
    void listen(Consumer<Message> consumer) {
        var reader = new FrameReader(process.getInputStream());
        try {
            while (reader.next(consumer)) {
                lastHeard = System.nanoTime();
            }
        } catch (IOException | IllegalArgumentException e) {
            if (!killed) {
                log.warn("The script worker cannot be understood any more: {}", e.getMessage());
            }
        } finally {
            kill();
        }
    }

    long silentNanos() {
        return System.nanoTime() - lastHeard;
    }

    void kill() {
        killed = true;
        process.destroyForcibly();
    }

    long pid() {
        return process.pid();
    }
}
