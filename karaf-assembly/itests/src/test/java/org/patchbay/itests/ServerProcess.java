package org.patchbay.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.BindException;
import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** The distribution as a person starts it: unpacked, on free ports, with a data folder of its own. */
final class ServerProcess {

    private static final int STEP_MILLIS = 100;

    private final Path home;
    private final Path data;
    private final Path out;
    private final int port;
    private Optional<Process> process = Optional.empty();

    ServerProcess(Path folder) throws Exception {
        home = Files.createDirectories(folder.resolve("home"));
        data = folder.resolve("data");
        out = folder.resolve("server.out");
        port = freePort();
        Process tar = new ProcessBuilder(
                        "tar",
                        "-xzf",
                        System.getProperty("patchbay.distribution"),
                        "-C",
                        home.toString(),
                        "--strip-components=1")
                .inheritIO()
                .start();
        assertThat(tar.waitFor()).isZero();
    }

    Path deploy() {
        return data.resolve("deploy");
    }

    int port() {
        return port;
    }

    /** Starts it and returns at once. */
    void launch(Map<String, String> settings) throws IOException {
        Files.deleteIfExists(log());
        ProcessBuilder builder = new ProcessBuilder(home.resolve("bin/patchbay").toString());
        builder.environment().put("PATCHBAY_DATA", data.toString());
        builder.environment().put("PATCHBAY_HTTP_PORT", Integer.toString(port));
        builder.environment().put("PATCHBAY_HTTPS_PORT", Integer.toString(freePort()));
        builder.environment().put("PATCHBAY_MEDIA_PORT", Integer.toString(freePort()));
        builder.environment().put("PATCHBAY_SIP_PORT", "0");
        builder.environment().put("PATCHBAY_SIP_TLS_PORT", "0");
        builder.environment().putAll(settings);
        process = Optional.of(
                builder.redirectErrorStream(true).redirectOutput(out.toFile()).start());
    }

    /** Starts it and waits until it says that it is ready. */
    void start() throws Exception {
        launch(Map.of());
        await(out, "Ctrl-C stops it", Duration.ofMinutes(3));
    }

    /** Waits until the log has this text. */
    void logs(String text, Duration limit) throws Exception {
        await(log(), text, limit);
    }

    /** Whether its process is there. */
    boolean runs() {
        return process.filter(Process::isAlive).isPresent();
    }

    private void await(Path file, String text, Duration limit) throws Exception {
        long end = System.nanoTime() + limit.toNanos();
        while (!Files.exists(file) || !Files.readString(file).contains(text)) {
            assertThat(runs())
                    .as("the server runs; it said %s", Files.readString(out))
                    .isTrue();
            assertThat(System.nanoTime())
                    .as("within %s s %s has: %s", limit.toSeconds(), file, text)
                    .isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(STEP_MILLIS);
        }
    }

    private Path log() {
        return data.resolve("log/patchbay.log");
    }

    /** Stops it by signal, as Ctrl-C does, and answers its exit code. */
    int stop(Duration limit) throws InterruptedException {
        Process stopping = process.orElseThrow();
        stopping.destroy();
        assertThat(stopping.waitFor(limit.toSeconds(), TimeUnit.SECONDS))
                .as("it stops within %s", limit)
                .isTrue();
        return stopping.exitValue();
    }

    /** Ends it whatever it does. */
    void kill() {
        process.ifPresent(running -> {
            running.descendants().forEach(ProcessHandle::destroyForcibly);
            running.destroyForcibly();
        });
    }

    /** One that is free, and still is a moment later: no system gives it to a socket by itself. */
    static int freePort() throws IOException {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(24_000, 32_000);
            try (var stream = new ServerSocket(port);
                    var datagrams = new DatagramSocket(stream.getLocalPort())) {
                return datagrams.getLocalPort();
            } catch (BindException e) {
                // Somebody has it: another one.
            }
        }
    }
}
