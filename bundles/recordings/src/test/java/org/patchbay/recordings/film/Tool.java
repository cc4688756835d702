package org.patchbay.recordings.film;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Runs ffmpeg and ffprobe, which judge what was written. */
final class Tool {

    private Tool() {}

    /** Runs it and answers what it printed; it must succeed without a word of complaint. */
    static String run(String... command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int code = process.waitFor();
            assertThat(code).as(said).isZero();
            return said.strip();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Makes media with ffmpeg. */
    static void make(Path out, String... options) {
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-y"));
        command.addAll(Arrays.asList(options));
        command.add(out.toString());
        run(command.toArray(String[]::new));
    }

    /** The hash of each picture of a file, decoded; errors of the decoder fail. */
    static List<String> pictures(Path file) {
        return run(
                        "ffmpeg",
                        "-v",
                        "error",
                        "-xerror",
                        "-i",
                        file.toString(),
                        "-map",
                        "0:v",
                        "-vsync",
                        "passthrough",
                        "-f",
                        "framemd5",
                        "-")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.substring(line.lastIndexOf(',') + 1).strip())
                .toList();
    }

    /** One value that ffprobe knows of a file, such as {@code format=duration}. */
    static String probe(Path file, String entry) {
        return run("ffprobe", "-v", "error", "-show_entries", entry, "-of", "csv=p=0", file.toString());
    }

    static double seconds(Path file) {
        return Double.parseDouble(probe(file, "format=duration"));
    }

    /** How many samples a file's sound has at 48 kHz, decoded. */
    static long samples(Path file) {
        String hashes = run(
                "ffmpeg",
                "-v",
                "error",
                "-xerror",
                "-i",
                file.toString(),
                "-map",
                "0:a",
                "-ac",
                "1",
                "-ar",
                "48000",
                "-f",
                "framecrc",
                "-");
        return hashes.lines()
                .filter(line -> !line.startsWith("#"))
                .mapToLong(line -> Long.parseLong(line.split(",", -1)[3].strip()))
                .sum();
    }

    /** How loud a part of a file is, in dB. */
    static double loudness(Path file, double start, double seconds) {
        String said = run(
                "ffmpeg",
                "-hide_banner",
                "-nostats",
                "-ss",
                String.valueOf(start),
                "-t",
                String.valueOf(seconds),
                "-i",
                file.toString(),
                "-map",
                "0:a",
                "-af",
                "volumedetect",
                "-f",
                "null",
                "-");
        String marker = "mean_volume: ";
        int at = said.indexOf(marker);
        assertThat(at).as(said).isPositive();
        return Double.parseDouble(said.substring(at + marker.length(), said.indexOf(" dB", at)));
    }

    /** The colour of a film at a time and place, as red, green and blue. */
    static List<Integer> colour(Path film, double seconds, int x, int y) {
        try {
            Path raw = java.nio.file.Files.createTempFile("colour", ".rgb");
            run(
                    "ffmpeg",
                    "-v",
                    "error",
                    "-y",
                    "-ss",
                    String.valueOf(seconds),
                    "-i",
                    film.toString(),
                    "-frames:v",
                    "1",
                    "-vf",
                    "crop=2:2:" + x + ":" + y,
                    "-pix_fmt",
                    "rgb24",
                    "-f",
                    "rawvideo",
                    raw.toString());
            byte[] bytes = java.nio.file.Files.readAllBytes(raw);
            java.nio.file.Files.delete(raw);
            return List.of(bytes[0] & 0xFF, bytes[1] & 0xFF, bytes[2] & 0xFF);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
