package org.patchbay.recordings.film.rtp;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.patchbay.spi.media.HeaderExtension;

/**
 * An RTP packet (RFC 3550, section 5.1), read.
 *
 * @param timestamp 0 to 2^32 - 1
 * @param audioLevel in -dBov, 127 is silence (RFC 6464); -1 if it does not say
 * @param payload without padding
 */
public record RtpView(
        int payloadType,
        int sequence,
        long timestamp,
        boolean marker,
        int audioLevel,
        ByteBuffer payload,
        long arrivalNanos) {

    private static final int FIXED_HEADER = 12;
    private static final int ONE_BYTE_PROFILE = 0xBEDE;
    private static final int TWO_BYTE_PROFILE = 0x100;

    /** Reads a packet; empty if it is malformed. */
    public static Optional<RtpView> parse(ByteBuffer packet, long arrivalNanos) {
        int size = packet.limit();
        if (size < FIXED_HEADER || (packet.get(0) & 0xC0) != 0x80) {
            return Optional.empty();
        }
        int first = packet.get(0) & 0xFF;
        int start = FIXED_HEADER + 4 * (first & 0x0F);
        int level = -1;
        if ((first & 0x10) != 0) {
            if (start + 4 > size) {
                return Optional.empty();
            }
            int end = start + 4 + 4 * (packet.getShort(start + 2) & 0xFFFF);
            if (end > size) {
                return Optional.empty();
            }
            level = audioLevel(packet, start, end);
            start = end;
        }
        int padding = (first & 0x20) == 0 ? 0 : packet.get(size - 1) & 0xFF;
        if (start + padding > size) {
            return Optional.empty();
        }
        int second = packet.get(1) & 0xFF;
        return Optional.of(new RtpView(
                second & 0x7F,
                packet.getShort(2) & 0xFFFF,
                packet.getInt(4) & 0xFFFF_FFFFL,
                (second & 0x80) != 0,
                level,
                packet.slice(start, size - padding - start),
                arrivalNanos));
    }

    /** Looks through the extensions (RFC 8285, section 4). */
    private static int audioLevel(ByteBuffer packet, int start, int end) {
        int profile = packet.getShort(start) & 0xFFFF;
        boolean oneByte = profile == ONE_BYTE_PROFILE;
        if (!oneByte && profile >> 4 != TWO_BYTE_PROFILE) {
            return -1;
        }
        int at = start + 4;
        while (at + 1 < end) {
            int head = packet.get(at) & 0xFF;
            if (head == 0) {
                at++;
                continue;
            }
            int id = oneByte ? head >> 4 : head;
            int length = oneByte ? (head & 0x0F) + 1 : packet.get(at + 1) & 0xFF;
            at += oneByte ? 1 : 2;
            if (id == HeaderExtension.AUDIO_LEVEL.id() && length > 0 && at < end) {
                return packet.get(at) & 0x7F;
            }
            at += length;
        }
        return -1;
    }
}
