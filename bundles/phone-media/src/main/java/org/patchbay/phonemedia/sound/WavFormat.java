package org.patchbay.phonemedia.sound;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import org.patchbay.phonemedia.sound.BadWavException.Fault;

/**
 * What the head of a WAV file says: PCM of 8 or 16 bits or G.711, one or two channels. Immutable.
 *
 * @param dataAt where the samples begin
 * @param dataLength as the file says, which may be more than there is
 */
record WavFormat(Kind kind, int channels, int rate, long dataAt, long dataLength) {

    private static final int MOST_CHUNKS = 64;
    private static final int RIFF = 0x46464952;
    private static final int WAVE = 0x45564157;
    private static final int FMT = 0x20746D66;
    private static final int DATA = 0x61746164;
    private static final int EXTENSIBLE = 0xFFFE;
    private static final int HIGHEST_RATE = 192_000;
    private static final int LOWEST_RATE = 4_000;

    enum Kind {
        PCM8(1),
        PCM16(2),
        PCMA(1),
        PCMU(1);

        private final int bytes;

        Kind(int bytes) {
            this.bytes = bytes;
        }

        int bytes() {
            return bytes;
        }
    }

    /** Reads the head. */
    static WavFormat read(FileChannel channel) throws IOException {
        ByteBuffer head = read(channel, 0, 12);
        if (head.getInt(0) != RIFF || head.getInt(8) != WAVE) {
            throw new BadWavException(Fault.NO_WAV, "This is no WAV file");
        }
        long at = 12;
        ByteBuffer format = null;
        for (int i = 0; i < MOST_CHUNKS; i++) {
            ByteBuffer chunk = read(channel, at, 8);
            long length = chunk.getInt(4) & 0xFFFF_FFFFL;
            if (chunk.getInt(0) == FMT && length >= 16) {
                format = read(channel, at + 8, (int) Math.min(40, length));
            } else if (chunk.getInt(0) == DATA && format != null) {
                return of(format, at + 8, length);
            }
            at += 8 + length + (length & 1);
        }
        throw new BadWavException(Fault.NO_SOUND, "This WAV file has no sound");
    }

    private static WavFormat of(ByteBuffer format, long dataAt, long dataLength) throws IOException {
        int tag = format.getShort(0) & 0xFFFF;
        if (tag == EXTENSIBLE && format.limit() >= 26) {
            tag = format.getShort(24) & 0xFFFF;
        }
        int channels = format.getShort(2);
        int rate = format.getInt(4);
        int bits = format.getShort(14);
        if (channels < 1 || channels > 2 || rate < LOWEST_RATE || rate > HIGHEST_RATE) {
            throw new BadWavException(Fault.CHANNELS, "This WAV file has more than two channels or an unusual rate");
        }
        Kind kind =
                switch (tag * 100 + bits) {
                    case 108 -> Kind.PCM8;
                    case 116 -> Kind.PCM16;
                    case 608 -> Kind.PCMA;
                    case 708 -> Kind.PCMU;
                    default ->
                        throw new BadWavException(
                                Fault.CODING, "This WAV file is neither PCM of 8 or 16 bits nor G.711");
                };
        return new WavFormat(kind, channels, rate, dataAt, dataLength);
    }

    private static ByteBuffer read(FileChannel channel, long at, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, at + buffer.position()) < 0) {
                throw new BadWavException(at == 0 ? Fault.NO_WAV : Fault.NO_SOUND, "This WAV file ends too early");
            }
        }
        return buffer.flip();
    }

    /** One sample of all channels, mixed. */
    int sample(ByteBuffer data) {
        int sum = 0;
        for (int i = 0; i < channels; i++) {
            sum += switch (kind) {
                case PCM8 -> ((data.get() & 0xFF) - 128) << 8;
                case PCM16 -> data.getShort();
                case PCMA -> G711.fromA(data.get());
                case PCMU -> G711.fromU(data.get());
            };
        }
        return sum / channels;
    }

    int bytesPerSample() {
        return channels * kind.bytes();
    }
}
