package org.patchbay.phonemedia.srtp;

import org.jitsi.utils.ByteArrayBuffer;

/** A packet in a larger buffer, as the SRTP library wants to see it. Grows within the buffer only. Not thread-safe. */
final class PacketRegion implements ByteArrayBuffer {

    private byte[] buffer = new byte[0];
    private int offset;
    private int length;

    PacketRegion over(byte[] bytes, int start, int size) {
        buffer = bytes;
        offset = start;
        length = size;
        return this;
    }

    @Override
    public byte[] getBuffer() {
        return buffer;
    }

    @Override
    public int getOffset() {
        return offset;
    }

    @Override
    public void setOffset(int value) {
        offset = value;
    }

    @Override
    public int getLength() {
        return length;
    }

    @Override
    public void setLength(int value) {
        length = value;
    }

    @Override
    public boolean isInvalid() {
        return false;
    }

    @Override
    public void readRegionToBuff(int start, int size, byte[] out) {
        System.arraycopy(buffer, offset + start, out, 0, size);
    }

    @Override
    public void grow(int size) {
        if (offset + length + size > buffer.length) {
            throw new IllegalStateException("No room for " + size + " bytes more");
        }
    }

    @Override
    public void append(byte[] data, int size) {
        grow(size);
        System.arraycopy(data, 0, buffer, offset + length, size);
        length += size;
    }

    @Override
    public void shrink(int size) {
        length -= size;
    }
}
