package org.patchbay.phonemedia.rtp;

import static java.nio.ByteOrder.BIG_ENDIAN;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** Integers in network byte order. */
public final class BigEndian {

    private static final VarHandle SHORTS = MethodHandles.byteArrayViewVarHandle(short[].class, BIG_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, BIG_ENDIAN);

    private BigEndian() {}

    public static int get8(byte[] bytes, int at) {
        return bytes[at] & 0xFF;
    }

    public static int get16(byte[] bytes, int at) {
        return (short) SHORTS.get(bytes, at) & 0xFFFF;
    }

    public static int get24(byte[] bytes, int at) {
        return get8(bytes, at) << 16 | get16(bytes, at + 1);
    }

    public static int get32(byte[] bytes, int at) {
        return (int) INTS.get(bytes, at);
    }

    public static void put16(byte[] bytes, int at, int value) {
        SHORTS.set(bytes, at, (short) value);
    }

    public static void put24(byte[] bytes, int at, int value) {
        bytes[at] = (byte) (value >> 16);
        put16(bytes, at + 1, value);
    }

    public static void put32(byte[] bytes, int at, int value) {
        INTS.set(bytes, at, value);
    }
}
