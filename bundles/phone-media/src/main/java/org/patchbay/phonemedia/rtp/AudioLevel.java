package org.patchbay.phonemedia.rtp;

/** How loud a packet is, in its header extension (RFC 6464, in the one-byte form of RFC 8285): 0 is loudest, 127 is silence. */
public final class AudioLevel {

    /** What is answered where a packet does not say. */
    public static final int UNKNOWN = -1;

    /** Nothing is heard. */
    public static final int SILENCE = 127;

    private static final int ONE_BYTE_FORM = 0xBEDE;
    private static final int VOICE = 0x80;
    private static final int QUIETEST_VOICE = 55;
    private static final double FULL = 32_768;

    private AudioLevel() {}

    /** Finds it in a packet that was {@linkplain RtpPacket#parse parsed}. */
    public static int read(RtpPacket packet, int extension) {
        byte[] bytes = packet.bytes();
        int at = RtpPacket.HEADER + 4 * (bytes[0] & 0x0F);
        if ((bytes[0] & 0x10) == 0 || BigEndian.get16(bytes, at) != ONE_BYTE_FORM) {
            return UNKNOWN;
        }
        int end = at + 4 + 4 * BigEndian.get16(bytes, at + 2);
        at += 4;
        while (at < end - 1) {
            int id = (bytes[at] & 0xF0) >> 4;
            int size = (bytes[at] & 0x0F) + 1;
            if (id == extension) {
                return bytes[at + 1] & SILENCE;
            }
            at += bytes[at] == 0 ? 1 : 1 + size;
        }
        return UNKNOWN;
    }

    /** The byte of the extension for samples: the level, and whether somebody speaks. */
    public static int of(short[] samples) {
        double energy = 0;
        for (short sample : samples) {
            energy += (double) sample * sample;
        }
        double part = Math.sqrt(energy / samples.length) / FULL;
        int level = part <= 0 ? SILENCE : (int) Math.min(SILENCE, Math.round(-20 * Math.log10(part)));
        return level <= QUIETEST_VOICE ? level | VOICE : level;
    }
}
