package org.patchbay.recordings.film.rtp;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.patchbay.recordings.film.matroska.TrackFormat;

/**
 * AV1 (RTP Payload Format For AV1, section 4). The temporal unit has its OBUs with their sizes and without temporal
 * delimiters, as AV1 in Matroska wants it.
 */
final class Av1Codec implements VideoCodec {

    private static final int SEQUENCE_HEADER = 1;
    private static final int TEMPORAL_DELIMITER = 2;
    private static final int TILE_LIST = 8;
    private static final int PADDING = 15;

    private final ByteArrayOutputStream unit = new ByteArrayOutputStream();
    private final ByteArrayOutputStream fragments = new ByteArrayOutputStream();
    private byte @Nullable [] sequenceHeader;
    private boolean within;
    private boolean began;

    @Override
    public void reset() {
        unit.reset();
        fragments.reset();
        sequenceHeader = null;
        within = false;
        began = false;
    }

    @Override
    public boolean add(ByteBuffer payload) {
        int aggregation = payload.get();
        boolean continues = (aggregation & 0x80) != 0;
        boolean goesOn = (aggregation & 0x40) != 0;
        int count = aggregation >> 4 & 3;
        if (continues != within) {
            return false;
        }
        for (int i = 1; payload.hasRemaining(); i++) {
            int length = i == count ? payload.remaining() : leb128(payload);
            var element = new byte[length];
            payload.get(element);
            fragments.writeBytes(element);
            within = goesOn && !payload.hasRemaining();
            if (!within) {
                obu(fragments.toByteArray());
                fragments.reset();
            }
        }
        began = true;
        return true;
    }

    private static int leb128(ByteBuffer in) {
        int value = 0;
        for (int shift = 0; shift < 28; shift += 7) {
            int next = in.get();
            value |= (next & 0x7F) << shift;
            if ((next & 0x80) == 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("Too long");
    }

    /** Writes an OBU with its size (AV1 bitstream specification, section 5.3). */
    private void obu(byte[] obu) {
        if (obu.length == 0) {
            return;
        }
        int type = obu[0] >> 3 & 15;
        if (type == TEMPORAL_DELIMITER || type == TILE_LIST || type == PADDING) {
            return;
        }
        int header = (obu[0] & 0x04) != 0 ? 2 : 1;
        byte[] content;
        if ((obu[0] & 0x02) != 0) {
            ByteBuffer rest = ByteBuffer.wrap(obu, header, obu.length - header);
            content = new byte[leb128(rest)];
            rest.get(content);
        } else {
            content = Arrays.copyOfRange(obu, header, obu.length);
        }
        var whole = new ByteArrayOutputStream();
        whole.write(obu[0] | 0x02);
        whole.write(obu, 1, header - 1);
        int left = content.length;
        for (; left > 0x7F; left >>= 7) {
            whole.write(left | 0x80);
        }
        whole.write(left);
        whole.writeBytes(content);
        unit.writeBytes(whole.toByteArray());
        if (type == SEQUENCE_HEADER) {
            sequenceHeader = whole.toByteArray();
        }
    }

    @Override
    public Optional<CodedPicture> take() {
        if (within || !began || unit.size() == 0) {
            return Optional.empty();
        }
        byte[] header = sequenceHeader;
        TrackFormat format = header == null ? null : Av1SequenceHeader.format(header);
        return Optional.of(new CodedPicture(ByteBuffer.wrap(unit.toByteArray()), format));
    }
}
