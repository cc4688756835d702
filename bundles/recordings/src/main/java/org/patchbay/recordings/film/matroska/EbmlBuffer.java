package org.patchbay.recordings.film.matroska;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Elements one after another, being written (RFC 8794, sections 4 to 7). Not thread-safe. */
final class EbmlBuffer {

    private static final int LONGEST_SIZE = 8;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    int length() {
        return bytes.size();
    }

    byte[] toByteArray() {
        return bytes.toByteArray();
    }

    void clear() {
        bytes.reset();
    }

    EbmlBuffer number(int id, long value) {
        int length = Math.max(1, (Long.SIZE - Long.numberOfLeadingZeros(value) + 7) / 8);
        head(id, length);
        bigEndian(value, length);
        return this;
    }

    EbmlBuffer decimal(int id, double value) {
        head(id, Double.BYTES);
        bigEndian(Double.doubleToRawLongBits(value), Double.BYTES);
        return this;
    }

    EbmlBuffer text(int id, String value) {
        return binary(id, value.getBytes(StandardCharsets.UTF_8));
    }

    EbmlBuffer binary(int id, ByteBuffer value) {
        var data = new byte[value.remaining()];
        value.duplicate().get(data);
        return binary(id, data);
    }

    EbmlBuffer binary(int id, byte[] value) {
        head(id, value.length);
        bytes.writeBytes(value);
        return this;
    }

    EbmlBuffer master(int id, EbmlBuffer children) {
        return binary(id, children.toByteArray());
    }

    EbmlBuffer elements(EbmlBuffer others) {
        bytes.writeBytes(others.toByteArray());
        return this;
    }

    /** A Void element that takes so many bytes in all, at least 9. */
    EbmlBuffer blank(int length) {
        id(Element.VOID);
        size(length - 1 - LONGEST_SIZE, LONGEST_SIZE);
        bytes.writeBytes(new byte[length - 1 - LONGEST_SIZE]);
        return this;
    }

    /** Such an element, whose size is not known yet and takes eight bytes. */
    EbmlBuffer openEnded(int id) {
        id(id);
        bytes.writeBytes(sizeOf(-1));
        return this;
    }

    /** A SimpleBlock of track 1 (RFC 9559, section 10.2). */
    EbmlBuffer simpleBlock(int relativeTimestamp, boolean key, ByteBuffer frame) {
        var data = new byte[frame.remaining()];
        frame.duplicate().get(data);
        head(Element.SIMPLE_BLOCK, 4L + data.length);
        bytes.write(0x81);
        bigEndian(relativeTimestamp, 2);
        bytes.write(key ? 0x80 : 0);
        bytes.writeBytes(data);
        return this;
    }

    /** A size in eight bytes; -1 for one that is not known. */
    static byte[] sizeOf(long size) {
        var buffer = new EbmlBuffer();
        buffer.size(size < 0 ? 0xFF_FFFF_FFFF_FFFFL : size, LONGEST_SIZE);
        return buffer.toByteArray();
    }

    private void head(int id, long size) {
        id(id);
        int length = 1;
        while (size >= (1L << (7 * length)) - 1) {
            length++;
        }
        size(size, length);
    }

    private void id(int id) {
        bigEndian(id & 0xFFFF_FFFFL, (Integer.SIZE - Integer.numberOfLeadingZeros(id) + 7) / 8);
    }

    private void size(long size, int length) {
        bigEndian(size | 1L << (7 * length), length);
    }

    private void bigEndian(long value, int length) {
        for (int shift = 8 * (length - 1); shift >= 0; shift -= 8) {
            bytes.write((int) (value >>> shift));
        }
    }
}
