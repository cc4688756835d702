package org.patchbay.recordings.film;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.patchbay.spi.media.PayloadType;

/**
 * Coded pictures of ffmpeg's test source, 30 a second, with a key frame each second. A clip is made once.
 *
 * @param file what an own decoder makes of them is what ours must
 */
record Clip(PayloadType type, Path file, List<byte[]> frames) {

    static final int RATE = 30;

    private static final Path CLIPS = clips();

    private static Path clips() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "clips");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Clip make(PayloadType type, int seconds, int width, int height) {
        return make(type, "testsrc2", "testsrc2=", seconds, width, height);
    }

    /** One colour all over. */
    static Clip coloured(PayloadType type, String colour, int seconds, int width, int height) {
        return make(type, colour, "color=c=" + colour + ":", seconds, width, height);
    }

    private static Clip make(PayloadType type, String name, String filter, int seconds, int width, int height) {
        String source = filter + "size=" + width + "x" + height + ":rate=" + RATE + ":duration=" + seconds;
        List<String> options = new ArrayList<>(List.of("-f", "lavfi", "-i", source, "-pix_fmt", "yuv420p", "-g", "30"));
        options.addAll(
                switch (type) {
                    case VP8 ->
                        List.of(
                                "-c:v",
                                "libvpx",
                                "-deadline",
                                "realtime",
                                "-cpu-used",
                                "8",
                                "-b:v",
                                "800k",
                                "-auto-alt-ref",
                                "0");
                    case VP9 ->
                        List.of(
                                "-c:v",
                                "libvpx-vp9",
                                "-deadline",
                                "realtime",
                                "-cpu-used",
                                "8",
                                "-b:v",
                                "800k",
                                "-auto-alt-ref",
                                "0",
                                "-lag-in-frames",
                                "0");
                    case H264 ->
                        List.of(
                                "-c:v",
                                "libx264",
                                "-preset",
                                "ultrafast",
                                "-tune",
                                "zerolatency",
                                "-profile:v",
                                "baseline",
                                "-x264opts",
                                "aud=1:keyint=30:slices=1");
                    case AV1 ->
                        List.of(
                                "-c:v",
                                "libaom-av1",
                                "-usage",
                                "realtime",
                                "-cpu-used",
                                "8",
                                "-b:v",
                                "400k",
                                "-lag-in-frames",
                                "0");
                    default -> throw new IllegalArgumentException(type.name());
                });
        boolean annexb = type == PayloadType.H264;
        Path file = CLIPS.resolve(type + "-" + name + "-" + width + "-" + seconds + (annexb ? ".h264" : ".ivf"));
        if (!Files.exists(file)) {
            Tool.make(file, options.toArray(String[]::new));
        }
        try {
            byte[] bytes = Files.readAllBytes(file);
            return new Clip(type, file, annexb ? Annexb.accessUnits(bytes) : ivf(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<byte[]> ivf(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).position(32);
        List<byte[]> frames = new ArrayList<>();
        while (in.remaining() > 12) {
            var frame = new byte[in.getInt()];
            in.getLong();
            in.get(frame);
            frames.add(frame);
        }
        return frames;
    }
}
