package org.patchbay.recordings.film.rtp;

/** Reads bits, the most significant first. Not thread-safe. */
final class BitReader {

    private final byte[] data;
    private int at;

    BitReader(byte[] data, int firstByte) {
        this.data = data;
        this.at = 8 * firstByte;
    }

    int bits(int count) {
        int value = 0;
        for (int i = 0; i < count; i++, at++) {
            value = (value << 1) | ((data[at >> 3] >> (7 - (at & 7))) & 1);
        }
        return value;
    }

    boolean flag() {
        return bits(1) == 1;
    }

    void skip(int count) {
        at += count;
    }

    /** An Exp-Golomb code (H.264, section 9.1). */
    int golomb() {
        int zeros = 0;
        while (!flag()) {
            zeros++;
            if (zeros > 31) {
                throw new IllegalArgumentException("Not a code");
            }
        }
        return (1 << zeros) - 1 + bits(zeros);
    }

    /** A signed one. */
    int signedGolomb() {
        int code = golomb();
        return (code & 1) == 1 ? (code + 1) / 2 : -code / 2;
    }
}
