package org.patchbay.voicemail.sound;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** For how long nothing is heard at the end of a recording of both directions that is being written. Not thread-safe. */
public final class Silence {

    private static final int HEAD = 58;
    private static final int RATE = 8000;
    private static final int LARGEST_PIECE = 2 * RATE * 10;

    /** Mean size of samples of 16 bits below which nobody speaks, about -50 dBov. */
    private static final int THRESHOLD = 100;

    private final Path file;
    private long read = HEAD;
    private long quiet;

    public Silence(Path file) {
        this.file = file;
    }

    /** Reads what was written since, and says for how many milliseconds nothing was heard. */
    public long millis() throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            int count = (int) Math.min(LARGEST_PIECE, (channel.size() - read) & ~1L);
            if (count <= 0) {
                return quiet;
            }
            ByteBuffer piece = ByteBuffer.allocate(count);
            while (piece.hasRemaining()) {
                if (channel.read(piece, read + piece.position()) < 0) {
                    return quiet;
                }
            }
            read += count;
            long sum = 0;
            for (int i = 0; i < count; i += 2) {
                sum += Math.abs(linear(piece.get(i)));
            }
            boolean still = sum / (count / 2) < THRESHOLD;
            quiet = still ? quiet + count / 2 * 1000L / RATE : 0;
            return quiet;
        }
    }

    /** A sample of A-law (ITU-T G.711) as one of 16 bits. */
    private static int linear(byte sample) {
        int code = (sample ^ 0x55) & 0xFF;
        int exponent = (code >> 4) & 7;
        int mantissa = (code & 15) << 4;
        int size = exponent == 0 ? mantissa + 8 : (mantissa + 0x108) << (exponent - 1);
        return (code & 0x80) == 0 ? -size : size;
    }
}
