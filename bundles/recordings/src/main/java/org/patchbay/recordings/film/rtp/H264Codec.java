package org.patchbay.recordings.film.rtp;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * H.264 (RFC 6184, sections 5.6 to 5.8): single NAL units, STAP-A and FU-A, as packetization mode 1 has them. The frame has its NAL
 * units after their lengths, as {@code avcC} says (ISO/IEC 14496-15, section 5.3.3.1).
 */
final class H264Codec implements VideoCodec {

    private static final int IDR = 5;
    private static final int SPS = 7;
    private static final int PPS = 8;
    private static final int STAP_A = 24;
    private static final int FU_A = 28;

    private final ByteArrayOutputStream frame = new ByteArrayOutputStream();
    private final ByteArrayOutputStream fragments = new ByteArrayOutputStream();
    private byte @Nullable [] sps;
    private byte @Nullable [] pps;
    private boolean within;
    private boolean key;

    @Override
    public void reset() {
        frame.reset();
        fragments.reset();
        within = false;
        key = false;
    }

    @Override
    public boolean add(ByteBuffer payload) {
        int first = payload.get(payload.position()) & 0xFF;
        int type = first & 0x1F;
        if (type == FU_A) {
            return addFragment(payload);
        }
        if (within || type == 0 || type > STAP_A) {
            return false;
        }
        if (type != STAP_A) {
            unit(bytes(payload, payload.remaining()));
            return true;
        }
        payload.get();
        while (payload.remaining() > 2) {
            unit(bytes(payload, payload.getShort() & 0xFFFF));
        }
        return true;
    }

    private boolean addFragment(ByteBuffer payload) {
        int indicator = payload.get();
        int header = payload.get();
        boolean start = (header & 0x80) != 0;
        if (start == within) {
            return false;
        }
        if (start) {
            fragments.write((indicator & 0xE0) | (header & 0x1F));
        }
        fragments.writeBytes(bytes(payload, payload.remaining()));
        within = (header & 0x40) == 0;
        if (!within) {
            unit(fragments.toByteArray());
            fragments.reset();
        }
        return true;
    }

    private static byte[] bytes(ByteBuffer from, int length) {
        var bytes = new byte[length];
        from.get(bytes);
        return bytes;
    }

    private void unit(byte[] unit) {
        if (unit.length == 0) {
            return;
        }
        int type = unit[0] & 0x1F;
        sps = type == SPS ? unit : sps;
        pps = type == PPS ? unit : pps;
        key |= type == IDR;
        frame.writeBytes(ByteBuffer.allocate(4).putInt(unit.length).array());
        frame.writeBytes(unit);
    }

    @Override
    public Optional<CodedPicture> take() {
        if (within || frame.size() == 0) {
            return Optional.empty();
        }
        byte[] sequence = sps;
        byte[] picture = pps;
        if (!key) {
            return Optional.of(new CodedPicture(ByteBuffer.wrap(frame.toByteArray()), null));
        }
        if (sequence == null || picture == null) {
            return Optional.empty();
        }
        var format = H264Sps.format(sequence, configuration(sequence, picture));
        return Optional.of(new CodedPicture(ByteBuffer.wrap(frame.toByteArray()), format));
    }

    private static byte[] configuration(byte[] sps, byte[] pps) {
        var out = new ByteArrayOutputStream();
        out.write(1);
        out.writeBytes(Arrays.copyOfRange(sps, 1, 4));
        out.write(0xFF);
        out.write(0xE1);
        out.writeBytes(ByteBuffer.allocate(2).putShort((short) sps.length).array());
        out.writeBytes(sps);
        out.write(1);
        out.writeBytes(ByteBuffer.allocate(2).putShort((short) pps.length).array());
        out.writeBytes(pps);
        return out.toByteArray();
    }
}
