package org.patchbay.recordings.film;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs ffmpeg once, at low priority, and ends it with all it started when time is up or the thread is interrupted. */
final class FfmpegRun {

    private static final Path NICE = Path.of("/usr/bin/nice");
    private static final int MOST_SAID = 2_000;
    private static final int POLL_MILLIS = 200;

    private FfmpegRun() {}

    /** Runs it in that folder; what it says goes into a file there. */
    static void run(Path ffmpeg, Path folder, List<String> options, long deadlineNanos)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(NICE)) {
            command.addAll(List.of(NICE.toString(), "-n", "15"));
        }
        command.addAll(List.of(ffmpeg.toString(), "-nostdin", "-hide_banner", "-v", "error", "-y"));
        command.addAll(options);
        Path said = folder.resolve("ffmpeg.log");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            process.getOutputStream().close();
            while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                if (System.nanoTime() - deadlineNanos > 0) {
                    throw new IOException("ffmpeg takes too long");
                }
            }
        } finally {
            end(process);
        }
        if (process.exitValue() != 0) {
            String all = new String(Files.readAllBytes(said), StandardCharsets.UTF_8);
            throw new IOException("ffmpeg failed: "
                    + all.substring(0, Math.min(all.length(), MOST_SAID)).strip());
        }
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** What {@code ffmpeg -version} says. */
    static String version(Path ffmpeg, Duration patience) throws IOException, InterruptedException {
        Path said = Files.createTempFile("ffmpeg", ".version");
        try {
            Process process = new ProcessBuilder(ffmpeg.toString(), "-version")
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            try {
                process.getOutputStream().close();
                if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS) || process.exitValue() != 0) {
                    throw new IOException("ffmpeg does not run");
                }
            } finally {
                end(process);
            }
            return new String(Files.readAllBytes(said), StandardCharsets.UTF_8);
        } finally {
            Files.deleteIfExists(said);
        }
    }
}
