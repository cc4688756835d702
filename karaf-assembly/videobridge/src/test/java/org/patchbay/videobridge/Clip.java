package org.patchbay.videobridge;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A second of ffmpeg's moving test picture in VP8, 30 frames, of which the first alone is a key frame. */
record Clip(int height, List<byte[]> frames) {

    static Clip make(Path folder, int height) throws IOException {
        Path file = folder.resolve("clip" + height + ".ivf");
        String picture = "testsrc2=size=" + height * 16 / 9 + "x" + height + ":rate=30:duration=1";
        String coding = "-c:v libvpx -deadline realtime -cpu-used 8 -b:v 300k -g 60 -lag-in-frames 0 -auto-alt-ref 0";
        List<String> options = new ArrayList<>(List.of(coding.split(" ")));
        options.add(file.toString());
        Ffmpeg.run(List.of("ffmpeg", "-v", "error", "-f", "lavfi", "-i", picture, "-pix_fmt", "yuv420p"), options);
        ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(file))
                .order(ByteOrder.LITTLE_ENDIAN)
                .position(32);
        List<byte[]> frames = new ArrayList<>();
        while (in.remaining() > 12) {
            var frame = new byte[in.getInt()];
            in.getLong();
            in.get(frame);
            frames.add(frame);
        }
        return new Clip(height, List.copyOf(frames));
    }
}
