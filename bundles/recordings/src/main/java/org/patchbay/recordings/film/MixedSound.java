package org.patchbay.recordings.film;

import io.github.jaredmdobson.concentus.OpusApplication;
import io.github.jaredmdobson.concentus.OpusEncoder;
import io.github.jaredmdobson.concentus.OpusException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.patchbay.recordings.film.matroska.MatroskaWriter;
import org.patchbay.recordings.film.matroska.TrackFormat;

/** Mixes all that was heard into one file, without ffmpeg. */
public final class MixedSound {

    static final String SOUND = "sound.webm";

    private static final int FRAME_MILLIS = 20;
    private static final int FRAME = FRAME_MILLIS * VoiceReader.RATE_PER_MILLI;
    private static final int BITS_PER_SECOND = 48_000;
    private static final int COMPLEXITY = 5;
    private static final int MOST_BYTES = 1_275;
    private static final int FRAMES_PER_PROGRESS = 500;

    private MixedSound() {}

    /**
     * Makes {@code sound.webm} (Opus, mono) in the folder, which replaces that of an earlier call and begins where the recording
     * did; empty if nothing was heard. Blocks for a small part of the recording's duration; interrupting the thread ends it.
     */
    public static Optional<Path> mix(Path folder, Progress progress) throws IOException, InterruptedException {
        List<Track> tracks = TrackList.read(folder).stream()
                .filter(track -> !track.kind().isVideo())
                .toList();
        long frames = tracks.stream()
                        .mapToLong(
                                track -> track.offset().plus(track.duration()).toMillis())
                        .max()
                        .orElse(0)
                / FRAME_MILLIS;
        if (frames == 0) {
            return Optional.empty();
        }
        Path part = folder.resolve(SOUND + ".part");
        List<VoiceReader> voices = new ArrayList<>();
        try {
            for (Track track : tracks) {
                voices.add(new VoiceReader(track));
            }
            write(part, voices, frames, progress);
        } finally {
            for (VoiceReader voice : voices) {
                voice.close();
            }
        }
        Path sound = folder.resolve(SOUND);
        Files.move(part, sound, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        return Optional.of(sound);
    }

    private static void write(Path part, List<VoiceReader> voices, long frames, Progress progress)
            throws IOException, InterruptedException {
        boolean done = false;
        try (var writer = new MatroskaWriter(
                Files.newByteChannel(
                        part,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE),
                TrackFormat.opus(1))) {
            OpusEncoder encoder = encoder();
            var limiter = new Limiter();
            var sum = new int[FRAME];
            var samples = new short[FRAME];
            var packet = new byte[MOST_BYTES];
            for (long i = 0; i < frames; i++) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                Arrays.fill(sum, 0);
                for (VoiceReader voice : voices) {
                    voice.mix(sum, i * FRAME);
                }
                limiter.limit(sum, samples);
                int length = encoder.encode(samples, 0, FRAME, packet, 0, packet.length);
                writer.write(i * FRAME_MILLIS, true, ByteBuffer.wrap(packet, 0, length));
                if (i % FRAMES_PER_PROGRESS == 0) {
                    progress.reached((double) i / frames);
                }
            }
            done = true;
        } catch (OpusException e) {
            throw new IOException(e);
        } finally {
            if (!done) {
                Files.deleteIfExists(part);
            }
        }
        progress.reached(1);
    }

    private static OpusEncoder encoder() throws OpusException {
        var encoder = new OpusEncoder(48_000, 1, OpusApplication.OPUS_APPLICATION_AUDIO);
        encoder.setBitrate(BITS_PER_SECOND);
        encoder.setComplexity(COMPLEXITY);
        encoder.setUseVBR(true);
        return encoder;
    }
}
