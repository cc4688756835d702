package org.patchbay.phonemedia;

import java.net.InetSocketAddress;
import java.util.Arrays;
import org.patchbay.phonemedia.sound.Goertzel;
import org.patchbay.phonemedia.sound.OpusPool;
import org.patchbay.testing.phonemedia.RtpPhone;

/** A phone that has Opus alone, under number 111. */
final class OpusPhone implements AutoCloseable {

    private final OpusPool pool = new OpusPool(2);
    private final RtpPhone phone = new RtpPhone();
    private final OpusPool.Encoder encoder = pool.encoder().orElseThrow();
    private final OpusPool.Decoder decoder = pool.decoder().orElseThrow();
    private final short[] last = new short[3_200];
    private int decoded;

    RtpPhone phone() {
        return phone;
    }

    void talk(InetSocketAddress to, double frequency) {
        byte[] room = new byte[400];
        phone.talk(to, 111, 960, i -> {
            int length = encoder.encode(TestMedia.samples(frequency, i), room, 0);
            return Arrays.copyOf(room, length);
        });
    }

    /** The amplitude of a frequency in the last 400 ms. */
    double heard(double frequency) {
        short[] frame = new short[OpusPool.LONGEST];
        var all = phone.received();
        for (var packet : all.subList(decoded, all.size())) {
            int count = decoder.decode(packet.payload(), 0, packet.payload().length, frame);
            System.arraycopy(last, count, last, 0, last.length - count);
            System.arraycopy(frame, 0, last, last.length - count, count);
        }
        decoded = all.size();
        return Goertzel.amplitude(frequency, last, last.length);
    }

    @Override
    public void close() {
        phone.close();
    }
}
