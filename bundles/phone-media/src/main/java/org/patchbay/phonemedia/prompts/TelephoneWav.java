package org.patchbay.phonemedia.prompts;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.patchbay.phonemedia.sound.Frame;
import org.patchbay.phonemedia.sound.G711;
import org.patchbay.phonemedia.sound.WavReader;

/** Makes a file of one channel, A-law, 8 kHz of any that can be played. Stateless. */
final class TelephoneWav {

    static final int HEAD = 58;
    private static final int A_LAW = 6;
    private static final int PIECE = 8_000;

    private TelephoneWav() {}

    /**
     * Writes the file; how many samples it has.
     *
     * @param most samples; one more is written for a longer one
     */
    static int write(Path source, Path target, int most) throws IOException {
        int total = 0;
        try (WavReader reader = WavReader.open(source);
                OutputStream out = new BufferedOutputStream(
                        Files.newOutputStream(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
            out.write(new byte[HEAD]);
            var samples = new short[PIECE];
            int count;
            do {
                count = reader.read(samples, Math.min(PIECE, most + 1 - total));
                for (int i = 0; i < count; i++) {
                    out.write(G711.toA(samples[i]));
                }
                total += count;
            } while (count == PIECE && total <= most);
        }
        try (var channel = Files.newByteChannel(target, StandardOpenOption.WRITE)) {
            ByteBuffer head = head(total);
            while (head.hasRemaining()) {
                channel.write(head);
            }
        }
        return total;
    }

    private static ByteBuffer head(int samples) {
        ByteBuffer head = ByteBuffer.allocate(HEAD).order(ByteOrder.LITTLE_ENDIAN);
        head.putInt(0x46464952).putInt(HEAD - 8 + samples).putInt(0x45564157);
        head.putInt(0x20746D66).putInt(18).putShort((short) A_LAW).putShort((short) 1);
        head.putInt(Frame.RATE).putInt(Frame.RATE).putShort((short) 1);
        head.putShort((short) 8).putShort((short) 0);
        head.putInt(0x74636166).putInt(4).putInt(samples);
        head.putInt(0x61746164).putInt(samples);
        return head.flip();
    }
}
