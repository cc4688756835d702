package org.patchbay.recordings.film.rtp;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.patchbay.recordings.film.matroska.TrackFormat;

/**
 * VP9 (RFC 9628, section 4.2). The layer frames of a picture, if it has several, become a superframe (VP9 bitstream
 * specification, annex B).
 */
final class Vp9Codec implements VideoCodec {

    private static final int SYNC_CODE = 0x498342;
    private static final int SRGB = 7;

    private final List<byte[]> layers = new ArrayList<>();
    private final ByteArrayOutputStream layer = new ByteArrayOutputStream();
    private boolean within;
    private boolean key;

    @Override
    public void reset() {
        layers.clear();
        layer.reset();
        within = false;
        key = false;
    }

    @Override
    public boolean add(ByteBuffer payload) {
        int first = payload.get();
        boolean predicted = (first & 0x40) != 0;
        boolean flexible = (first & 0x10) != 0;
        if ((first & 0x80) != 0 && (payload.get() & 0x80) != 0) {
            payload.get();
        }
        if ((first & 0x20) != 0) {
            payload.get();
            if (!flexible) {
                payload.get();
            }
        }
        for (boolean more = flexible && predicted; more; ) {
            more = (payload.get() & 1) != 0;
        }
        if ((first & 0x02) != 0) {
            skipStructure(payload);
        }
        boolean begins = (first & 0x08) != 0;
        if (begins == within) {
            return false;
        }
        key |= begins && layers.isEmpty() && !predicted;
        layer.write(payload.array(), payload.arrayOffset() + payload.position(), payload.remaining());
        within = (first & 0x04) == 0;
        if (!within) {
            layers.add(layer.toByteArray());
            layer.reset();
        }
        return true;
    }

    private static void skipStructure(ByteBuffer payload) {
        int head = payload.get();
        int spatialLayers = (head >> 5 & 7) + 1;
        if ((head & 0x10) != 0) {
            payload.position(payload.position() + 4 * spatialLayers);
        }
        if ((head & 0x08) != 0) {
            int pictures = payload.get() & 0xFF;
            for (int i = 0; i < pictures; i++) {
                int references = payload.get() >> 2 & 3;
                payload.position(payload.position() + references);
            }
        }
    }

    @Override
    public Optional<CodedPicture> take() {
        if (within || layers.isEmpty()) {
            return Optional.empty();
        }
        ByteBuffer data = ByteBuffer.wrap(layers.size() == 1 ? layers.get(0) : superframe());
        if (!key) {
            return Optional.of(new CodedPicture(data, null));
        }
        return format(layers.get(layers.size() - 1), layers.get(0)).map(format -> new CodedPicture(data, format));
    }

    private byte[] superframe() {
        var all = new ByteArrayOutputStream();
        layers.forEach(all::writeBytes);
        int marker = 0xC0 | (3 << 3) | (layers.size() - 1);
        all.write(marker);
        for (byte[] part : layers) {
            for (int shift = 0; shift < 32; shift += 8) {
                all.write(part.length >> shift);
            }
        }
        all.write(marker);
        return all.toByteArray();
    }

    /** From the uncompressed header of the first layer; the size is that of the largest if it says one. */
    private static Optional<TrackFormat> format(byte[] largest, byte[] first) {
        Optional<TrackFormat> own = format(largest);
        return own.isPresent() ? own : format(first);
    }

    /** VP9 bitstream specification, section 6.2. */
    private static Optional<TrackFormat> format(byte[] frame) {
        var bits = new BitReader(frame, 0);
        boolean marked = bits.bits(2) == 2;
        int profile = bits.bits(1) | (bits.bits(1) << 1);
        bits.skip(profile == 3 ? 1 : 0);
        boolean existing = bits.flag();
        boolean inter = bits.flag();
        bits.skip(2);
        if (!marked || existing || inter || bits.bits(24) != SYNC_CODE) {
            return Optional.empty();
        }
        bits.skip(profile >= 2 ? 1 : 0);
        if (bits.bits(3) != SRGB) {
            bits.skip(profile == 1 || profile == 3 ? 4 : 1);
        } else {
            bits.skip(profile == 1 || profile == 3 ? 1 : 0);
        }
        int width = bits.bits(16) + 1;
        int height = bits.bits(16) + 1;
        return Optional.of(new TrackFormat(TrackFormat.VP9, TrackFormat.NOTHING, width, height));
    }
}
