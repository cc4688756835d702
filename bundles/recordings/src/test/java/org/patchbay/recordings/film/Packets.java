package org.patchbay.recordings.film;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.patchbay.spi.media.PayloadType;

/** Cuts frames into the payloads of RTP packets, codec by codec, as senders do. */
final class Packets {

    private static final int MOST = 900;

    private Packets() {}

    /** An RTP packet with an audio level, if that is not negative. */
    static ByteBuffer rtp(PayloadType type, int sequence, long timestamp, boolean marker, int level, byte[] payload) {
        var packet = ByteBuffer.allocate(20 + payload.length);
        packet.put((byte) (level < 0 ? 0x80 : 0x90)).put((byte) (type.number() | (marker ? 0x80 : 0)));
        packet.putShort((short) sequence).putInt((int) timestamp).putInt(1);
        if (level >= 0) {
            packet.putShort((short) 0xBEDE)
                    .putShort((short) 1)
                    .put((byte) 0x10)
                    .put((byte) level)
                    .putShort((short) 0);
        }
        packet.put(payload).flip();
        return packet;
    }

    static List<byte[]> payloads(PayloadType type, byte[] frame, boolean key) {
        return switch (type) {
            case VP8 -> cut(frame, (first, last) -> new byte[] {(byte) (0x80 | (first ? 0x10 : 0)), (byte) 0x80, 5});
            case VP9 ->
                cut(frame, (first, last) ->
                        new byte[] {(byte) (0x80 | (key ? 0 : 0x40) | (first ? 8 : 0) | (last ? 4 : 0)), 5});
            case H264 -> h264(frame);
            case AV1 -> av1(frame);
            default -> throw new IllegalArgumentException(type.name());
        };
    }

    private interface Descriptor {
        byte[] of(boolean first, boolean last);
    }

    private static List<byte[]> cut(byte[] frame, Descriptor descriptor) {
        List<byte[]> payloads = new ArrayList<>();
        for (int at = 0; at < frame.length; at += MOST) {
            int end = Math.min(frame.length, at + MOST);
            byte[] head = descriptor.of(at == 0, end == frame.length);
            payloads.add(join(head, Arrays.copyOfRange(frame, at, end)));
        }
        return payloads;
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /** An access unit in Annex B: small NAL units together in a STAP-A, large ones in FU-As. */
    private static List<byte[]> h264(byte[] frame) {
        List<byte[]> payloads = new ArrayList<>();
        var together = new ByteArrayOutputStream();
        together.write(24);
        for (byte[] unit : Annexb.units(frame)) {
            int type = unit[0] & 0x1F;
            if (type == 9) {
                continue;
            }
            if (unit.length < 200 && type != 1) {
                together.write(unit.length >> 8);
                together.write(unit.length);
                together.writeBytes(unit);
                continue;
            }
            if (together.size() > 1) {
                payloads.add(together.toByteArray());
                together.reset();
                together.write(24);
            }
            if (unit.length <= MOST) {
                payloads.add(unit);
                continue;
            }
            byte[] content = Arrays.copyOfRange(unit, 1, unit.length);
            payloads.addAll(
                    cut(content, (first, last) -> new byte[] {
                        (byte) ((unit[0] & 0xE0) | 28), (byte) (type | (first ? 0x80 : 0) | (last ? 0x40 : 0))
                    }));
        }
        if (together.size() > 1) {
            payloads.add(together.toByteArray());
        }
        return payloads;
    }

    /** A temporal unit: one element a packet or a part of one, without sizes inside. */
    private static List<byte[]> av1(byte[] unit) {
        List<byte[]> payloads = new ArrayList<>();
        ByteBuffer in = ByteBuffer.wrap(unit);
        while (in.hasRemaining()) {
            int header = in.get();
            int length = leb128(in);
            var content = new byte[length];
            in.get(content);
            if ((header >> 3 & 15) == 2) {
                continue;
            }
            byte[] obu = join(new byte[] {(byte) (header & ~2)}, content);
            payloads.addAll(
                    cut(obu, (first, last) -> new byte[] {(byte) ((first ? 0 : 0x80) | (last ? 0 : 0x40) | 0x10)}));
        }
        return payloads;
    }

    private static int leb128(ByteBuffer in) {
        int value = 0;
        for (int shift = 0; ; shift += 7) {
            int next = in.get();
            value |= (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }
}
