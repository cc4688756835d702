package org.patchbay.sip.peer;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One run of sipp with a scenario of the test resources. */
public final class Sipp {

    private static final Path PROGRAM = Path.of("/usr/bin/sipp");

    private final Process process;
    private final Path log;

    private Sipp(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    public static boolean isThere() {
        return Files.isExecutable(PROGRAM);
    }

    /** Runs it against the port on loopback, from a port of its own. */
    public static Sipp start(String scenario, int port, int own, int calls, int rate, String... more)
            throws IOException {
        Path folder = Files.createTempDirectory("sipp");
        Path log = folder.resolve("out");
        List<String> command = new ArrayList<>(List.of(
                PROGRAM.toString(),
                "127.0.0.1:" + port,
                "-sf",
                resource(scenario + ".xml").toString(),
                "-i",
                "127.0.0.1",
                "-p",
                String.valueOf(own),
                "-m",
                String.valueOf(calls),
                "-r",
                String.valueOf(rate),
                "-nostdin",
                "-buff_size",
                "4194304",
                "-timeout",
                "60s",
                "-timeout_error",
                "-trace_err"));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new Sipp(process, log);
    }

    private static Path resource(String name) {
        URL url = Sipp.class.getResource("/sipp/" + name);
        if (url == null) {
            throw new IllegalStateException("No scenario " + name);
        }
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits for the end; 0 when every call went as the scenario says. */
    public int await() throws InterruptedException {
        if (!process.waitFor(90, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return -1;
        }
        return process.exitValue();
    }

    public void stop() {
        process.destroy();
    }

    /** What it printed, and its errors. */
    public String output() throws IOException {
        var out = new StringBuilder(Files.readString(log));
        try (var files = Files.newDirectoryStream(log.getParent(), "*errors.log")) {
            for (Path file : files) {
                out.append(Files.readString(file));
            }
        }
        return out.toString();
    }
}
