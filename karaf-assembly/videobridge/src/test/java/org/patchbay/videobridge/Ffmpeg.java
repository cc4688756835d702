package org.patchbay.videobridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Runs ffmpeg and ffprobe, which judge what was recorded. */
final class Ffmpeg {

    private Ffmpeg() {}

    /** Runs it and answers what it printed; it must succeed. */
    static String run(List<String> program, List<String> options) {
        try {
            var process = new ProcessBuilder(
                            Stream.of(program, options).flatMap(List::stream).toList())
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(said).isZero();
            return said.strip();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    static String codec(Path file) {
        return run(List.of("ffprobe", "-v", "error", "-show_entries", "stream=codec_name"), ofFile(file));
    }

    /** The height of each decoded picture; an error of the decoder fails. */
    static List<Integer> heights(Path file) {
        return run(List.of("ffprobe", "-v", "error", "-show_entries", "frame=height"), ofFile(file))
                .lines()
                .map(line -> Integer.valueOf(line.replace(",", "").strip()))
                .toList();
    }

    private static List<String> ofFile(Path file) {
        return List.of("-of", "csv=p=0", file.toString());
    }

    /** Decodes all of it, without a word of complaint. */
    static void decode(Path file) {
        assertThat(run(
                        List.of("ffmpeg", "-v", "error", "-xerror", "-i", file.toString(), "-vsync", "passthrough"),
                        List.of("-enc_time_base:v", "1/1000", "-f", "null", "-")))
                .as("what is wrong with " + file.getFileName())
                .isEmpty();
    }

    /** How loud it is, in dB. */
    static double loudness(Path file) {
        String said = run(
                List.of("ffmpeg", "-hide_banner", "-nostats", "-i", file.toString()),
                List.of("-af", "volumedetect", "-f", "null", "-"));
        String marker = "mean_volume: ";
        int at = said.indexOf(marker);
        assertThat(at).as(said).isPositive();
        return Double.parseDouble(said.substring(at + marker.length(), said.indexOf(" dB", at)));
    }
}
